plugins {
    alias(libs.plugins.android.library)
}

val workspace = rootDir.parentFile
val phoneLibraries = layout.buildDirectory.dir("jni")

android {
    namespace = "no.bibliotekkortet.binding"
    compileSdk = libs.versions.compileSdk.get().toInt()
    defaultConfig { minSdk = libs.versions.minSdk.get().toInt() }
    sourceSets["main"].kotlin.srcDirs("gen", "src/main/kotlin", "src/android/kotlin")
    sourceSets["main"].jniLibs.srcDir(phoneLibraries)
}

dependencies {
    api(libs.coroutines.core)
    implementation(libs.coroutines.android)
    implementation(libs.jna) { artifact { type = "aar" } }
    implementation(libs.rustls.verifier)
}

val hostLibrary =
    tasks.register<Exec>("hostLibrary") {
        description = "The library and the generator for this machine; unstripped, since the boundary is read from it."
        workingDir = workspace
        inputs.files(fileTree(workspace) { include("Cargo.*", "core/**/*.rs", "core/**/*.sql", "bindings/**/*.rs") })
        outputs.dir(workspace.resolve("target/debug"))
        commandLine("cargo", "build", "--locked", "-p", "card-bindings", "--features", "bindgen")
    }

val generateKotlin =
    tasks.register<Exec>("generateKotlin") {
        dependsOn(hostLibrary)
        val extension = if (System.getProperty("os.name").startsWith("Mac")) "dylib" else "so"
        workingDir = workspace.resolve("bindings")
        inputs.files(workspace.resolve("bindings/uniffi.toml"), workspace.resolve("target/debug/libcard_bindings.$extension"))
        outputs.dir(layout.projectDirectory.dir("gen"))
        commandLine(
            workspace.resolve("target/debug/uniffi-bindgen").path,
            *"generate --language kotlin --no-format --out-dir ../android/binding/gen".split(' ').toTypedArray(),
            "../target/debug/libcard_bindings.$extension",
        )
    }

// cargo-ndk finds the NDK by ANDROID_NDK_HOME; NDK 28 and newer align to 16 KB by themselves.
val cargoNdk =
    tasks.register<Exec>("cargoNdk") {
        workingDir = workspace
        inputs.files(fileTree(workspace) { include("Cargo.*", "core/**/*.rs", "core/**/*.sql", "bindings/**/*.rs") })
        outputs.dir(phoneLibraries)
        commandLine(
            *"cargo ndk -t arm64-v8a -t x86_64 --platform ${libs.versions.minSdk.get()} -o".split(' ').toTypedArray(),
            phoneLibraries.get().asFile.path,
            *"build --locked --release -p card-bindings".split(' ').toTypedArray(),
        )
    }

tasks.named("preBuild") { dependsOn(generateKotlin, cargoNdk) }
