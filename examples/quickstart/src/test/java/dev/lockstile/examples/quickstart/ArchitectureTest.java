package dev.lockstile.examples.quickstart;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The arrows between the modules: examples, then HTTP, import and cut-over, then JPA and schema, then the core; nothing
 * points back.
 */
@AnalyzeClasses(packages = "dev.lockstile", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.lockstile.auth.";
    private static final String[] OUTSIDE_THE_CORE = {
        ROOT + "jpa..",
        ROOT + "schema..",
        ROOT + "http..",
        ROOT + "pages..",
        ROOT + "imports..",
        ROOT + "cutover..",
        ROOT + "cli..",
        ROOT + "testkit..",
        ROOT + "sms..",
        ROOT + "email..",
        "dev.lockstile.examples.."
    };

    @ArchTest
    static final ArchRule nobody_outside_sees_the_inside_of_the_core = noClasses()
            .that()
            .resideInAnyPackage(OUTSIDE_THE_CORE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "internal..");

    @ArchTest
    static final ArchRule nobody_sees_the_inside_of_the_jpa_store = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "jpa..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "jpa.internal..");

    @ArchTest
    static final ArchRule nobody_sees_the_inside_of_the_endpoints = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "http..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "http.internal..");

    @ArchTest
    static final ArchRule endpoints_and_store_do_not_know_each_other = noClasses()
            .that()
            .resideInAPackage(ROOT + "http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "jpa..",
                    ROOT + "pages..",
                    ROOT + "imports..",
                    ROOT + "cutover..",
                    ROOT + "cli..",
                    "jakarta.persistence..");

    @ArchTest
    static final ArchRule pages_know_neither_store_nor_migration = noClasses()
            .that()
            .resideInAPackage(ROOT + "pages..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "jpa..", ROOT + "imports..", ROOT + "cutover..", ROOT + "cli..", "jakarta.persistence..");

    @ArchTest
    static final ArchRule the_store_knows_neither_migration_nor_endpoints = noClasses()
            .that()
            .resideInAPackage(ROOT + "jpa..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "http..", ROOT + "pages..", ROOT + "imports..", ROOT + "cutover..", ROOT + "cli..");

    @ArchTest
    static final ArchRule the_core_knows_none_of_them = noClasses()
            .that()
            .resideOutsideOfPackages(OUTSIDE_THE_CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "jpa..",
                    ROOT + "http..",
                    ROOT + "pages..",
                    ROOT + "imports..",
                    ROOT + "cutover..",
                    ROOT + "cli..",
                    "dev.lockstile.examples..");

    @ArchTest
    static final ArchRule the_testkit_knows_the_endpoints_in_a_module_of_its_own = noClasses()
            .that()
            .resideInAPackage(ROOT + "testkit..")
            .and()
            .resideOutsideOfPackage(ROOT + "testkit.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "http..",
                    ROOT + "testkit.http..",
                    ROOT + "jpa..",
                    "jakarta.servlet..",
                    "org.eclipse.jetty..");

    @ArchTest
    static final ArchRule the_orm_lives_with_store_and_schema = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "jpa..", ROOT + "schema..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.hibernate..", "liquibase..");
}
