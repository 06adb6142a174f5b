package dev.lockstile.auth.http;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String ROOT = "dev.lockstile.auth.http";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void the_json_library_is_used_in_one_package() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".internal.json")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("tools.jackson..")
                .check(CLASSES);
    }

    @Test
    void no_other_modules_internals_are_used() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.lockstile.auth.internal..")
                .check(CLASSES);
    }

    @Test
    void no_endpoint_goes_to_the_store() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".internal.endpoint")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.lockstile.auth.store..")
                .check(CLASSES);
    }

    @Test
    void nothing_is_kept_between_requests() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.servlet.http.HttpSession")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.servlet.http.Cookie")
                .check(CLASSES);
    }

    @Test
    void packages_form_no_cycles() {
        slices().matching("dev.lockstile.auth.(http..)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }
}
