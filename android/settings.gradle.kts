pluginManagement {
    repositories {
        google()
        mavenCentral()
        gradlePluginPortal()
    }
}

dependencyResolutionManagement {
    repositoriesMode = RepositoriesMode.FAIL_ON_PROJECT_REPOS
    repositories {
        google()
        mavenCentral()
    }
}

rootProject.name = "bibliotekkortet"
// The window for people without the phone (desktop) is Maven's: it takes Compose for desktop, which no phone needs.
include(":binding", ":ui", ":app")
