package dev.lockstile.auth.jpa;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {

    private static final String ROOT = "dev.lockstile.auth";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT + ".jpa");

    @Test
    void no_cycle_stands_between_packages() {
        slices().matching("(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void the_store_uses_no_other_modules_internals() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".internal..", ROOT + ".schema..", ROOT + ".imports..", ROOT + ".cutover..")
                .check(classes);
    }
}
