package dev.lockstile.auth.pages;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

@AnalyzeClasses(packages = "dev.lockstile.auth.pages", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.lockstile.auth.";

    @ArchTest
    static final ArchRule no_other_modules_internals_are_used = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "internal..", ROOT + "http.internal..");

    @ArchTest
    static final ArchRule pages_know_neither_database_nor_migration_nor_json = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "jpa..",
                    ROOT + "imports..",
                    ROOT + "cutover..",
                    ROOT + "cli..",
                    "jakarta.persistence..",
                    "org.hibernate..",
                    "liquibase..",
                    "tools.jackson..");

    @ArchTest
    static final ArchRule pages_go_to_the_services_and_not_to_the_store =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName("dev.lockstile.auth.store.AuthStore");

    @ArchTest
    static final ArchRule the_template_engine_lives_in_one_class = noClasses()
            .that()
            .haveNameNotMatching(".*\\.pages\\.(TemplateEngine|PageFilters|LinkedFilter)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.pebbletemplates..");

    @ArchTest
    static final ArchRule the_drawing_of_codes_lives_in_one_class = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.lockstile.auth.pages.QrSymbol")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.nayuki..");

    @ArchTest
    static final ArchRule nothing_is_kept_between_requests =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName("jakarta.servlet.http.HttpSession");

    @ArchTest
    static final ArchRule time_and_chance_come_from_elsewhere = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callConstructor(SecureRandom.class)
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule packages_are_free_of_cycles =
            slices().matching("dev.lockstile.auth.(pages..)").should().beFreeOfCycles();
}
