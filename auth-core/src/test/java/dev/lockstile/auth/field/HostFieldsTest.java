package dev.lockstile.auth.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.AbstractUser;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a host may declare as a field of its own, and what a value of it may be. */
final class HostFieldsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "role", "roles", "is_staff", "is_superuser", "staff", "superuser", "verified", "is_verified",
                "email_verified", "password_hash", "password", "email", "email_key", "id", "user_id", "settings",
                "deleted_at", "terms_accepted_at", "permissions", "groups", "scope", "tokens", "profile", "code"
            })
    void a_name_that_the_library_owns_is_refused(String name) {
        assertThat(problems(HostField.text(name, 10)))
                .singleElement()
                .asString()
                .startsWith("host-field-owned: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"isStaff", "IS_STAFF", "is-staff", "is.staff", "pass wd", "", "_a", "a_", "a__b", "9a", "ñ"})
    void a_name_in_another_spelling_than_lower_snake_case_is_refused(String name) {
        assertThat(problems(HostField.text(name, 10)))
                .singleElement()
                .asString()
                .startsWith("host-field-name: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"i_s_staff", "is_s_taff", "passwordhash", "password_has_h", "pass_word", "isstaff"})
    void no_division_into_words_hides_an_owned_name(String name) {
        assertThat(problems(HostField.text(name, 10)))
                .singleElement()
                .asString()
                .startsWith("host-field-owned: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"role", "staff", "passwordHash", "emailVerifiedAt", "PASSWORD_HASH", "id"})
    void an_attribute_that_the_library_owns_is_refused(String attribute) {
        HostField field = HostField.text("company", 10).inAttribute(attribute);
        assertThat(problems(field)).singleElement().asString().startsWith("host-field-owned: ");
    }

    @ParameterizedTest
    @MethodSource("attributes")
    void every_attribute_of_the_superclasses_is_owned(String attribute) {
        assertThat(OwnedNames.isOwned(attribute)).isTrue();
    }

    static Stream<String> attributes() {
        return Stream.of(AbstractUser.class, AbstractProfile.class)
                .flatMap(type -> Stream.<Class<?>>iterate(type, each -> each != Object.class, Class::getSuperclass))
                .flatMap(type -> Stream.of(type.getDeclaredFields()))
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(java.lang.reflect.Field::getName)
                .distinct();
    }

    @Test
    void a_field_is_declared_once_in_a_list_and_may_be_in_two() {
        HostField company = HostField.text("company", 10);
        assertThat(new HostFields(List.of(company, company), List.of(), List.of()).problems())
                .singleElement()
                .asString()
                .startsWith("host-field-twice: ");
        assertThat(new HostFields(List.of(company), List.of(company), List.of()).problems())
                .isEmpty();
    }

    @Test
    void the_attribute_is_the_name_in_camel_case() {
        assertThat(HostField.text("tax_id_2", 10).attribute()).isEqualTo("taxId2");
    }

    @Test
    void a_value_is_of_its_type_and_within_its_bounds() {
        HostField text = HostField.text("company", 3);
        assertThat(codes(text, "abc", null)).isEmpty();
        assertThat(codes(text, "abcd", " ", "a\n", 7L, true, List.of("a")))
                .containsExactly(
                        "too_long", "required", "invalid_characters", "wrong_type", "wrong_type", "wrong_type");
        HostField number = HostField.number("seats", 1, 9);
        assertThat(codes(number, 1L, 9L, null)).isEmpty();
        assertThat(codes(number, 0L, 10L, "1")).containsExactly("out_of_range", "out_of_range", "wrong_type");
        HostField day = HostField.date("founded", LocalDate.of(2000, 1, 1), LocalDate.of(2000, 12, 31));
        assertThat(codes(day, LocalDate.of(2000, 12, 31))).isEmpty();
        assertThat(codes(day, LocalDate.of(2001, 1, 1), "2000-01-01")).containsExactly("out_of_range", "wrong_type");
        assertThat(codes(HostField.flag("newsletter"), true, false, 1L)).containsExactly("wrong_type");
        assertThat(codes(text.required(), new Object[] {null})).containsExactly("required");
        assertThat(codes(text.checkedBy(value -> value.equals("abc")), "abc", "abd"))
                .containsExactly("invalid");
    }

    @Test
    void a_required_field_may_be_missing_from_a_change_and_from_nothing_new() {
        List<HostField> fields = List.of(HostField.text("company", 10).required());
        assertThat(HostFields.problems(fields, HostValues.NONE, false)).isEmpty();
        assertThat(HostFields.problems(fields, HostValues.NONE, true)).hasSize(1);
        assertThat(HostFields.problems(fields, HostValues.of("company", null), false))
                .hasSize(1);
    }

    @Test
    void values_print_no_value() {
        assertThat(HostValues.of("company", "Acme")).hasToString("HostValues[company]");
        assertThatThrownBy(() -> HostFields.problems(List.of(), HostValues.of("role", "ADMIN"), true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("ADMIN");
    }

    private static List<String> problems(HostField field) {
        return new HostFields(List.of(field), List.of(), List.of()).problems();
    }

    private static List<String> codes(HostField field, Object... values) {
        return Stream.of(values)
                .flatMap(value -> field.problem(value).stream())
                .map(problem -> problem.code())
                .toList();
    }
}
