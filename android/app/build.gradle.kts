plugins {
    alias(libs.plugins.android.application)
    alias(libs.plugins.compose.compiler)
}

android {
    namespace = "no.bibliotekkortet.app"
    compileSdk = libs.versions.compileSdk.get().toInt()
    defaultConfig {
        minSdk = libs.versions.minSdk.get().toInt()
        targetSdk = libs.versions.targetSdk.get().toInt()
    }
    buildTypes {
        release {
            isMinifyEnabled = true
            proguardFiles(getDefaultProguardFile("proguard-android-optimize.txt"), "keep.pro")
        }
    }
    buildFeatures { compose = true }
    sourceSets["main"].res.srcDirs(layout.buildDirectory.dir("font"), "gen/res")
}

dependencies {
    implementation(project(":ui"))
    implementation(libs.activity.compose)
    implementation(libs.core.ktx)
}

// A resource's name is in small letters with underscores.
val font =
    tasks.register<Copy>("font") {
        from(rootDir.parentFile.resolve("shared-assets/fonts")) { include("*.otf") }
        rename { it.lowercase().replace('-', '_') }
        into(layout.buildDirectory.dir("font/font"))
    }

tasks.named("preBuild") { dependsOn(font) }
