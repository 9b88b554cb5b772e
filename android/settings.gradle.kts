pluginManagement {
    repositories {
        google()
        mavenCentral()
        gradlePluginPortal()
    }
}

// The Java part of the core's TLS comes with its crate, as a Maven folder.
val verifier: File =
    providers
        .exec {
            workingDir = settingsDir.parentFile
            commandLine("cargo", "metadata", "--locked", "--format-version", "1", "--filter-platform", "aarch64-linux-android")
        }.standardOutput.asText
        .map { text ->
            val packages = (groovy.json.JsonSlurper().parseText(text) as Map<*, *>)["packages"] as List<*>
            val crate = packages.map { it as Map<*, *> }.first { it["name"] == "rustls-platform-verifier-android" }
            File(crate["manifest_path"] as String).resolveSibling("maven")
        }.get()

dependencyResolutionManagement {
    repositoriesMode = RepositoriesMode.FAIL_ON_PROJECT_REPOS
    repositories {
        google()
        mavenCentral()
        maven {
            url = verifier.toURI()
            metadataSources { artifact() }
        }
    }
}

rootProject.name = "bibliotekkortet"
// The window for people without the phone (desktop) is Maven's: it takes Compose for desktop, which no phone needs.
include(":binding", ":ui", ":app")
