package dev.sallyport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.util.regex.Pattern;

/**
 * Classes under one package, arranged in rings.
 *
 * @param root the package of bootstrap; the other rings lie in packages of it
 */
record House(String root, JavaClasses classes) {

    /** What Micronaut's annotation processors add obeys rules of its own. */
    private static final Pattern GENERATED = Pattern.compile(".*(/\\$[^/]*|\\$Intercepted)\\.class");

    private static final ClassFileImporter IMPORTER =
            new ClassFileImporter().withImportOption((ImportOption) location -> !location.matches(GENERATED));

    /** Ours, from the folders the compiler wrote to, so that a module counts before bootstrap depends on it. */
    static final House SALLYPORT = new House(
            "dev.sallyport",
            IMPORTER.importPaths(MavenModule.all().stream()
                    .map(MavenModule::classes)
                    .filter(Files::isDirectory)
                    .toList()));

    /** One that breaks every rule. */
    static final House CROOKED = of("dev.sallyport.architecture.offenders");

    private static House of(String root) {
        return new House(root, IMPORTER.importPackages(root));
    }

    DescribedPredicate<JavaClass> domain() {
        return ring("domain");
    }

    DescribedPredicate<JavaClass> application() {
        return ring("application");
    }

    DescribedPredicate<JavaClass> adapters() {
        return ring("adapters");
    }

    DescribedPredicate<JavaClass> adapter(String name) {
        return ring("adapters." + name);
    }

    /** Everything that is in no other ring. */
    DescribedPredicate<JavaClass> bootstrap() {
        return resideInAPackage(root + "..")
                .and(not(domain().or(application()).or(adapters())))
                .as("are in bootstrap");
    }

    private DescribedPredicate<JavaClass> ring(String name) {
        DescribedPredicate<JavaClass> ring = resideInAPackage(root + "." + name + "..");
        if (classes.stream().noneMatch(ring)) {
            throw new IllegalArgumentException("A rule names the package " + root + "." + name + ", which is empty");
        }
        return ring.as("are in " + name);
    }
}
