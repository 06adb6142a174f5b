package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.event.AuditRecords.Entry;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The title of an entry of the trail is the fact. */
class EventTitleTest {

    private static Map<String, @Nullable Object> told(String language, String name, @Nullable String detail) {
        boolean succeeded = !name.endsWith("_fail");
        return new EventWords(Texts.all().get(language))
                .of(new Entry(1, Instant.EPOCH, name, succeeded, "7", "s", detail, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            authn_login_success   | password                              | Signed in with a password | ''
            authn_login_success   | second factor totp                    | Signed in with the authenticator app | ''
            authn_login_success   | social google                         | Signed in with google | ''
            authn_login_fail      | password wrong password               | Sign-in refused: wrong password | ''
            authn_login_fail      | password unknown                      | Sign-in refused: no such account | password
            authn_login_fail      | passkey wrong                         | Passkey refused: not known | ''
            authn_login_fail      | second factor totp wrong              | Sign-in refused: wrong code | authenticator app as second step
            authn_login_fail      | step-up by code invalid_code          | Identity check refused: wrong code | identity check by code
            authn_login_fail      | social google terms_required          | Sign-in refused: terms not accepted | google
            authn_login_fail      | SIGN_IN throttled                     | Sign-in refused: too many attempts | ''
            authn_passkey_fail    | wrong origin                          | Passkey refused: from a page at another address | ''
            authn_step_up_success | step-up by passkey                    | Identity confirmed | passkey
            authn_password_change | reset                                 | Password reset by link | ''
            authn_password_change | change                                | Password changed | ''
            authn_password_change_fail | PASSWORD_CHANGE wrong_password   | Password change refused: wrong password | ''
            user_updated          | proven email                          | Email verified | ''
            user_updated          | proven phone, erased what was set before | Phone number verified | Earlier password and names removed
            user_updated          | username, settings                    | Username changed | Settings changed
            user_updated          | ACCOUNT_CHANGE                        | Account change | ''
            user_updated          | disabled (until 2027-01-02T00:00:00Z), by user 1, session a: ticket 7 | Account disabled | until 2 Jan 2027, 00:00 UTC
            user_updated          | role_changed (USER to EDITOR), by user 1, session a | Role changed | USER → EDITOR
            user_updated          | merged (from user 9, by an administrator: t) | Accounts merged | from account 9
            user_updated          | api key k1 renamed                    | API key renamed | k1
            user_deleted          | deleted, by user 1, session a: t      | Account deleted | ''
            user_deleted          | deleted by owner                      | Account deleted | by the account’s owner
            authz_admin_fail      | ACCOUNT_STATUS forbidden (not disabled), by user 1, session a | Administrator action refused: no permission | account disabled
            user_update_fail      | PROFILE_CHANGE vetoed closed          | Profile change refused: refused by the application | closed
            authn_factor_change   | passkey added                         | Passkey added | ''
            authn_factor_change   | FACTOR_CHANGE                         | Sign-in method set up, checked or renamed | ''
            authn_factor_change   | recovery codes made                   | Recovery codes created | ''
            authn_factor_change   | social linked: google                 | Account connected | google
            authn_factor_change   | social unlinked: google, by user 7: t9, session s | Account disconnected | google
            authn_factor_change   | reset by an administrator: t9 (by user 7), session s | Second factors removed | ''
            authn_factor_change   | reset called off by a sign-in with a factor | Removal of second factors canceled | by signing in with a second factor
            authn_provider_event  | google disabled applied               | google disabled the account there | applied
            authn_impersonation   | PASSWORD_CHANGE, by user 1, session a | Impersonation | Password change
            session_expired       | ENDED_BY_OWNER                        | Session ended | signed out from another device
            session_renewed       | REFRESH                               | Session renewed | ''
            """)
    void a_title_is_the_fact_and_the_detail_the_rest(String name, String detail, String title, String more) {
        assertThat(told("en", name, detail)).containsEntry("title", title).containsEntry("detail", more);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            user_updated | disabled (until 2027-01-02T00:00:00Z), by user 1, session a: ticket 7
            authn_factor_change | reset by an administrator: ticket 7 (by user 7), session s
            user_updated | merged (from user 9, by an administrator: ticket 7)
            authn_factor_change | social unlinked: google, by user 7: ticket 7, session s
            """)
    void the_reason_of_staff_stands_apart(String name, String detail) {
        assertThat(told("en", name, detail)).containsEntry("reason", "ticket 7");
    }

    @Test
    void the_owner_is_addressed() {
        EventWords words = new EventWords(Texts.all().get("en"));
        Entry one = new Entry(1, Instant.EPOCH, "session_expired", true, "7", "s", "ENDED_BY_OWNER", null);
        Entry all = new Entry(1, Instant.EPOCH, "session_expired", true, "7", null, "ENDED_BY_OWNER", null);
        assertThat(words.ofOwn(one)).containsEntry("title", "You signed out a device");
        assertThat(words.ofOwn(all)).containsEntry("title", "You signed out everywhere else");
    }
}
