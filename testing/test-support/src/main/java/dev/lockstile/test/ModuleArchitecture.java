package dev.lockstile.test;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The rules that hold in every module: no cycle between its packages, and no use of another module's {@code internal}
 * packages. A module's tests extend this class.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ModuleArchitecture {

    private final Path testClasses = location(getClass());
    private final JavaClasses main = read(testClasses.resolveSibling("classes"));

    @Test
    final void no_cycle_stands_between_packages() {
        assertTrue(main.size() > 0, "no class was read");
        slices().matching("(**)").should().beFreeOfCycles().check(main);
    }

    /** A constant of another package leaves no trace in a compiled class, so the imports are read as well. */
    @Test
    final void no_cycle_stands_between_packages_by_their_imports() {
        assertEquals(List.of(), PackageImports.cycles(sources(testClasses)));
    }

    @Test
    final void no_internal_package_of_another_module_is_used() {
        List<String> uses = main.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(use -> isForeignInternal(use.getTargetClass()))
                .map(Dependency::getDescription)
                .toList();
        assertEquals(List.of(), uses);
    }

    private boolean isForeignInternal(JavaClass type) {
        JavaClass element = type.getBaseComponentType();
        return element.getPackageName().matches("dev\\.lockstile\\..*\\binternal\\b.*")
                && !main.contain(element.getName());
    }

    /** The rules look at names of classes elsewhere and never into them, so those are not read. */
    private static JavaClasses read(Path folder) {
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter().importPath(folder);
        });
    }

    /** Where the classes are compiled from: the nearest folder of sources above them. */
    private static Path sources(Path classes) {
        for (Path folder = classes; folder != null; folder = folder.getParent()) {
            Path sources = folder.resolve(Path.of("src", "main", "java"));
            if (Files.isDirectory(sources)) {
                return sources;
            }
        }
        throw new IllegalStateException("no sources above " + classes);
    }

    private static Path location(Class<?> type) {
        try {
            Path folder = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            assertTrue(Files.isDirectory(folder), folder + " is no folder of classes");
            return folder;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
