package dev.lockstile.test;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The rules that hold in every module: no cycle between its packages, no use of another module's {@code internal}
 * packages, and no type, method or field named by a word that the project has replaced by the field's term. A module's
 * tests extend this class.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ModuleArchitecture {

    /** Parts of a type's name that are not used, since the field has a term for what they named. */
    private static final Set<String> REPLACED_PARTS = Set.of(
            "Notebook",
            "Departures",
            "Newcomer",
            "Newcomers",
            "Parked",
            "Door",
            "Doors",
            "Guess",
            "Guesses",
            "Guessed",
            "Wish",
            "Wishes",
            "Ban",
            "Banned",
            "Ballot",
            "Election",
            "Settlement",
            "Crew",
            "Harvest",
            "Scoresheet",
            "Tally",
            "Renewing",
            "Renewal",
            "Renewals",
            "Emptying",
            "Remains",
            "Unmoved",
            "Standing",
            "Rehearsal",
            "Rehearsed",
            "Courier",
            "Surprise",
            "Former",
            "Bed",
            "Room",
            "Rooms",
            "Belongings",
            "Arrival",
            "Arrivals",
            "Leftover");

    /** Whole names that are not used. */
    private static final Set<String> REPLACED_NAMES = Set.of(
            "WayBack",
            "Turn",
            "Place",
            "Box",
            "KnownPlaces",
            "LooseRows",
            "FilledIn",
            "Here",
            "Written",
            "Sides",
            "KeptRows",
            "Remember",
            "RunBook",
            "ImportBook",
            "Handle",
            "Handles",
            "Claim",
            "Words");

    /** Words of methods and fields that are not used, the sentences that name tests among them. */
    private static final Set<String> REPLACED_WORDS = Set.of(
            "wish",
            "wishes",
            "wished",
            "door",
            "doors",
            "guesses",
            "ban",
            "bans",
            "banned",
            "unban",
            "notebook",
            "departures",
            "newcomer",
            "newcomers",
            "parked",
            "ballot",
            "ballots",
            "settlement",
            "crew",
            "harvest",
            "scoresheet",
            "tally",
            "renewing",
            "renewal",
            "emptying",
            "rehearsal",
            "rehearsed",
            "courier",
            "surprise",
            "former",
            "bed",
            "belongings",
            "arrival",
            "arrivals");

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

    @Test
    final void types_are_named_by_the_fields_terms() {
        List<String> replaced = Stream.of(testClasses.resolveSibling("classes"), testClasses)
                .flatMap(ModuleArchitecture::classFiles)
                .filter(file -> isReplaced(simpleName(file)))
                .toList();
        assertEquals(List.of(), replaced);
    }

    @Test
    final void methods_and_fields_are_named_by_the_fields_terms() {
        List<String> replaced = Stream.of(main, read(testClasses))
                .flatMap(JavaClasses::stream)
                .flatMap(type -> type.getMembers().stream())
                .filter(member -> isReplacedMember(member.getName()))
                .map(JavaMember::getFullName)
                .toList();
        assertEquals(List.of(), replaced);
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

    private static Stream<String> classFiles(Path folder) {
        if (Files.notExists(folder)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** Of a nested or local class the innermost name: {@code Pot$1Lid.class} is {@code Lid}. */
    private static String simpleName(String classFile) {
        return classFile.replaceFirst("\\.class$", "").replaceFirst(".*\\$\\d*", "");
    }

    private static boolean isReplaced(String name) {
        return REPLACED_NAMES.contains(name)
                || Stream.of(name.split("(?<=[a-z0-9])(?=[A-Z])")).anyMatch(REPLACED_PARTS::contains);
    }

    /** A member with a dollar is the compiler's. */
    private static boolean isReplacedMember(String name) {
        return !name.contains("$")
                && Stream.of(name.split("_|(?<=[a-z0-9])(?=[A-Z])"))
                        .anyMatch(word -> REPLACED_WORDS.contains(word.toLowerCase(Locale.ROOT)));
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
