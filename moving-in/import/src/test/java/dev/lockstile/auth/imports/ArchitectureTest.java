package dev.lockstile.auth.imports;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {

    private static final String AUTH = "dev.lockstile.auth";
    private static final String IMPORTS = AUTH + ".imports";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(IMPORTS);

    @Test
    void an_import_writes_through_the_store_port_and_knows_no_database_layer() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        AUTH + ".jpa..", AUTH + ".schema..", "jakarta.persistence..", "org.hibernate..", "liquibase..")
                .check(CLASSES);
    }

    @Test
    void an_import_knows_no_cut_over_and_no_front_end() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(AUTH + ".cutover..", AUTH + ".http..", AUTH + ".pages..", AUTH + ".cli..")
                .check(CLASSES);
    }

    @Test
    void csv_files_are_parsed_in_one_package() {
        noClasses()
                .that(resideOutsideOfPackages(IMPORTS + ".source"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.apache.commons.csv.."))
                .check(CLASSES);
    }

    @Test
    void phone_numbers_are_parsed_where_cells_are_read() {
        noClasses()
                .that(resideOutsideOfPackages(IMPORTS + ".source", IMPORTS + ".internal.mapping", IMPORTS + ".profile"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.google.i18n.."))
                .check(CLASSES);
    }

    @Test
    void what_other_modules_see_names_nothing_internal_but_what_parts_of_this_one_hand_on() {
        Set<String> named = CLASSES.stream()
                .filter(type -> isSeen(type) && !isInternal(type))
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(ArchitectureTest::isSeen)
                .filter(unit -> Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
                        .anyMatch(ArchitectureTest::isInternal))
                .map(unit -> unit.getOwner().getSimpleName() + '.' + unit.getName())
                .collect(Collectors.toSet());
        assertThat(named)
                .containsExactlyInAnyOrder(
                        "ImportHistory.runCounts", "ImportOptions.reading", "ImportTarget.seal", "Preset.people");
    }

    private static boolean isSeen(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ArchitectureTest::isSeen).orElse(true);
    }

    private static boolean isSeen(JavaCodeUnit unit) {
        return unit.getModifiers().contains(JavaModifier.PUBLIC)
                || unit.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static boolean isInternal(JavaClass type) {
        return type.getPackageName().startsWith(IMPORTS + ".internal");
    }
}
