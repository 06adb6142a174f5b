package dev.lockstile.auth.imports.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of columns that have a password replaced, and names that only look so. */
final class PasswordColumnsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "must_change_password",
                "ShouldChangePasswordOnNextLogin",
                "requireReset",
                "passwordExpired",
                "password_expired",
                "forceChangePasswordNextSignIn",
                "changePasswordAtNextLogin",
                "force_password_reset",
                "force_password_change",
                "require_new_password",
                "needs_password_update",
                "must_password_next_login",
                "is_temp_password",
                "password_change_required"
            })
    void a_password_is_replaced(String column) {
        assertThat(PasswordColumns.isName(column)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "requires_password",
                "require_password",
                "needs_password",
                "password_required",
                "password_changed_at",
                "password_reset_token",
                "password_expires_at",
                "last_password_change",
                "temp_password"
            })
    void an_account_that_has_to_have_a_password_is_another_thing(String column) {
        assertThat(PasswordColumns.isName(column)).isFalse();
    }
}
