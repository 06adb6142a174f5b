package dev.lockstile.auth.internal.identifier;

import static dev.lockstile.auth.model.IdentifierKind.EMAIL;
import static dev.lockstile.auth.model.IdentifierKind.PHONE;
import static dev.lockstile.auth.model.IdentifierKind.USERNAME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.IdentifierStates;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The table of {@link UnprovenIdentifiers}, cell by cell. */
final class UnprovenIdentifiersTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final IdentifierState NONE = IdentifierState.NONE;
    private static final IdentifierState PROVEN = new IdentifierState("value", true, NOW);
    private static final IdentifierState OWNED = new IdentifierState("value", true, null);
    private static final IdentifierState CLAIMED = new IdentifierState("value", false, null);
    /** Its column was changed by another application after it was owned without a proof. */
    private static final IdentifierState CHANGED = new IdentifierState("other", false, null, true, false);
    /** Its column was changed by another application after its holder had proven it. */
    private static final IdentifierState REPLACED = new IdentifierState("other", false, null, true, true);

    @Test
    void a_proven_address_signs_in_by_password_and_an_unproven_one_of_an_admitted_account_alone() {
        assertThat(signsIn(PROVEN, NONE, NONE, null, EMAIL)).isTrue();
        assertThat(signsIn(OWNED, NONE, NONE, null, EMAIL)).isFalse();
        assertThat(signsIn(OWNED, NONE, NONE, NOW, EMAIL)).isTrue();
        assertThat(signsIn(CLAIMED, PROVEN, NONE, NOW, EMAIL)).isFalse();
        assertThat(signsIn(NONE, OWNED, NONE, NOW, PHONE)).isTrue();
        assertThat(signsIn(NONE, OWNED, NONE, null, PHONE)).isFalse();
    }

    @Test
    void a_user_name_signs_in_while_nothing_waits_for_a_proof() {
        assertThat(signsIn(NONE, NONE, OWNED, null, USERNAME)).isTrue();
        assertThat(signsIn(OWNED, NONE, OWNED, null, USERNAME)).isFalse();
        assertThat(signsIn(NONE, OWNED, OWNED, null, USERNAME)).isFalse();
        assertThat(signsIn(OWNED, PROVEN, OWNED, null, USERNAME)).isTrue();
        assertThat(signsIn(CLAIMED, NONE, OWNED, null, USERNAME)).isTrue();
        assertThat(signsIn(CHANGED, NONE, OWNED, null, USERNAME)).isFalse();
        assertThat(signsIn(NONE, CHANGED, OWNED, null, USERNAME)).isFalse();
        assertThat(signsIn(REPLACED, NONE, OWNED, null, USERNAME)).isTrue();
    }

    @Test
    void a_disabled_account_signs_in_by_nothing() {
        UserInfo disabled = user(PROVEN, NONE, OWNED, NOW, new UserInfo.Status(false, false, false, null));
        assertThat(UnprovenIdentifiers.signsInByPassword(disabled, EMAIL)).isFalse();
        assertThat(UnprovenIdentifiers.takesPassword(disabled)).isTrue();
        assertThat(UnprovenIdentifiers.opensByCode(disabled, EMAIL)).isFalse();
    }

    @Test
    void a_password_is_of_use_by_an_identifier_that_the_account_owns() {
        assertThat(UnprovenIdentifiers.takesPassword(user(PROVEN, NONE, NONE, null)))
                .isTrue();
        assertThat(UnprovenIdentifiers.takesPassword(user(CLAIMED, NONE, NONE, NOW)))
                .isFalse();
        assertThat(UnprovenIdentifiers.takesPassword(user(OWNED, NONE, NONE, null)))
                .isFalse();
        assertThat(UnprovenIdentifiers.takesPassword(user(CLAIMED, CLAIMED, CLAIMED, null)))
                .isFalse();
    }

    @Test
    void an_identifier_is_settled_once_it_is_owned_and_proven_or_a_user_name() {
        assertThat(isSettled(PROVEN, NONE, EMAIL)).isTrue();
        assertThat(isSettled(OWNED, NONE, EMAIL)).isFalse();
        assertThat(isSettled(new IdentifierState("value", false, NOW), NONE, EMAIL))
                .isFalse();
        assertThat(isSettled(NONE, OWNED, USERNAME)).isTrue();
        assertThat(isSettled(NONE, CLAIMED, USERNAME)).isFalse();
    }

    @Test
    void a_link_leads_to_an_account_that_owns_or_has_proven_the_address() {
        assertThat(UnprovenIdentifiers.isHeld(user(OWNED, NONE, NONE, null), EMAIL))
                .isTrue();
        assertThat(UnprovenIdentifiers.isHeld(user(CLAIMED, NONE, NONE, null), EMAIL))
                .isFalse();
        assertThat(UnprovenIdentifiers.isHeld(user(new IdentifierState("value", false, NOW), NONE, NONE, null), EMAIL))
                .isTrue();
    }

    private static boolean isSettled(IdentifierState email, IdentifierState username, IdentifierKind kind) {
        return UnprovenIdentifiers.isSettled(new IdentifierStates(email, NONE, username), kind);
    }

    private static boolean signsIn(
            IdentifierState email,
            IdentifierState phone,
            IdentifierState username,
            @Nullable Instant admittedAt,
            IdentifierKind by) {
        return UnprovenIdentifiers.signsInByPassword(user(email, phone, username, admittedAt), by);
    }

    private static UserInfo user(
            IdentifierState email, IdentifierState phone, IdentifierState username, @Nullable Instant admittedAt) {
        return user(email, phone, username, admittedAt, UserInfo.Status.ORDINARY);
    }

    private static UserInfo user(
            IdentifierState email,
            IdentifierState phone,
            IdentifierState username,
            @Nullable Instant admittedAt,
            UserInfo.Status status) {
        return new UserInfo(
                new UserId(1L),
                new IdentifierStates(email, phone, username),
                status,
                new UserInfo.Dates(NOW, null, NOW, admittedAt),
                SettingsJson.EMPTY);
    }
}
