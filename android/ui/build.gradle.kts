plugins {
    alias(libs.plugins.android.library)
    alias(libs.plugins.compose.compiler)
}

android {
    namespace = "no.bibliotekkortet.ui"
    compileSdk = libs.versions.compileSdk.get().toInt()
    defaultConfig { minSdk = libs.versions.minSdk.get().toInt() }
    buildFeatures { compose = true }
    sourceSets["main"].kotlin.srcDirs("gen/kotlin", "src/main/kotlin")
}

dependencies {
    api(project(":binding"))
    api(libs.compose.material3)
    implementation(libs.compose.runtime)
    implementation(libs.compose.ui)
    implementation(libs.compose.foundation)
    implementation(libs.compose.animation)
}

val generateAssets =
    tasks.register<Exec>("generateAssets") {
        workingDir = rootDir.parentFile
        inputs.dir(rootDir.parentFile.resolve("shared-assets"))
        outputs.dirs(layout.projectDirectory.dir("gen/kotlin"), rootDir.resolve("app/gen"))
        commandLine("cargo", "run", "--locked", "-p", "card-assets", "--", "--out", "android/ui/gen/kotlin", "--android", "android/app/gen/res")
    }

tasks.named("preBuild") { dependsOn(generateAssets) }
