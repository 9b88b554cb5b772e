#!/usr/bin/env python3
"""Writes a pom that resolves Jetpack Compose for Android (AARs and jars) with exact pins, from gradle/libs.versions.toml.

    python3 aars.py OUT.xml

Maven knows neither Gradle metadata nor "newest wins": it takes the nearest version, and androidx artifacts come in a subset
of versions only. So everything in the graph is pinned, both as jar and as aar. After raising a number, look at
`mvn -f OUT.xml dependency:tree` and pin what it still picks by itself.
"""
import pathlib
import sys
import tomllib

V = tomllib.loads(pathlib.Path(__file__).with_name("gradle").joinpath("libs.versions.toml").read_text())["versions"]
COMPOSE, MATERIAL3 = V["compose"], V["material3"]
both = lambda *names: [n + s for n in names for s in ("", "-android")]
PINS = {
    ("androidx.compose.runtime", COMPOSE): both("runtime", "runtime-saveable", "runtime-annotation", "runtime-retain"),
    ("androidx.compose.ui", COMPOSE): both("ui", "ui-geometry", "ui-graphics", "ui-text", "ui-unit", "ui-util"),
    ("androidx.compose.foundation", COMPOSE): both("foundation", "foundation-layout"),
    ("androidx.compose.animation", COMPOSE): both("animation", "animation-core"),
    ("androidx.compose.material", COMPOSE): both("material-ripple"),
    ("androidx.compose.material", "1.7.8"): both("material-icons-core"),
    ("androidx.compose.material3", MATERIAL3): both("material3"),
    ("androidx.activity", V["activity"]): ["activity", "activity-ktx", "activity-compose"],
    ("androidx.lifecycle", V["lifecycle"]): ["lifecycle-common", "lifecycle-common-jvm", "lifecycle-common-java8",
        "lifecycle-livedata-core", "lifecycle-livedata-core-ktx", "lifecycle-process", "lifecycle-viewmodel-ktx"]
        + both("lifecycle-runtime", "lifecycle-runtime-ktx", "lifecycle-runtime-compose", "lifecycle-viewmodel",
               "lifecycle-viewmodel-savedstate", "lifecycle-viewmodel-compose"),
    ("androidx.savedstate", V["savedstate"]): ["savedstate-ktx"] + both("savedstate", "savedstate-compose"),
    ("androidx.navigationevent", V["navigationevent"]): both("navigationevent", "navigationevent-compose"),
    ("androidx.collection", V["collection"]): ["collection", "collection-jvm", "collection-ktx"],
    ("androidx.window", "1.5.1"): ["window-core", "window-core-android", "window-core-jvm"],
    ("androidx.core", V["core"]): ["core"],                    # activity 1.13.0 needs it; nearest-wins takes 1.13.1
    ("org.jetbrains.kotlin", V["kotlin"]): ["kotlin-stdlib"],
    ("org.jetbrains.kotlinx", V["coroutines"]): ["kotlinx-coroutines-core", "kotlinx-coroutines-core-jvm", "kotlinx-coroutines-android"],
}
# Named as plain dependencies and excluded from everybody else's graph: their own ranges pull in versions that are not served.
OWN = [("androidx.core", "core-ktx", V["core"]), ("androidx.core", "core-viewtree", "1.0.0"),
       ("androidx.tracing", "tracing", "1.0.0"), ("androidx.arch.core", "core-runtime", "2.2.0")]
ROOTS = [("androidx.compose.material3", "material3-android", MATERIAL3), ("androidx.activity", "activity-compose", V["activity"]),
         ("net.java.dev.jna", "jna", V["jna"])]

pins = {(g, a): v for (g, v), names in PINS.items() for a in names}

tag = lambda name, text: f"<{name}>{text}</{name}>"
def dep(g, a, v, kind, rest=""):
    return "    " + tag("dependency", tag("groupId", g) + tag("artifactId", a) + tag("version", v) + tag("type", kind) + rest) + "\n"

exclusions = tag("exclusions", "".join(tag("exclusion", tag("groupId", g) + tag("artifactId", a)) for g, a, _ in OWN))
managed = "".join(dep(g, a, v, kind) for (g, a), v in pins.items() for kind in ("jar", "aar"))
wanted = "".join(dep(*d, "aar", exclusions) for d in ROOTS + OWN)
with open(sys.argv[1], "w") as out:
    out.write(f"""<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>no.bibliotekkortet</groupId><artifactId>android-libraries</artifactId><version>1</version><packaging>pom</packaging>
  <dependencyManagement><dependencies>
{managed}  </dependencies></dependencyManagement>
  <dependencies>
{wanted}  </dependencies>
</project>
""")
