package dev.lockstile.auth.cutover.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.ProfileStore;
import dev.lockstile.auth.store.UserStore;
import dev.lockstile.auth.store.imports.BulkInsertStore;
import dev.lockstile.auth.store.imports.WrittenRowStore;
import dev.lockstile.auth.testkit.SentLink;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What changes a person leaves a note, in the same transaction, and nothing else does. */
abstract class TrackedChangeCases extends WriteBackCase {

    @Test
    void a_registration_goes_out_once_the_address_is_proven() {
        String email = register();
        assertThat(writeBack.sendDue()).isOne();
        assertThat(old.told).as("whose address it is, nobody knows").isEmpty();

        MigrationFixture.deliver(auth);
        SentLink link = app.email.lastLink(email);
        auth.registrations()
                .confirmEmail(EmailConfirmation.of(new LinkProof(link.uid(), Secret.of(link.token())))
                        .withPassword(Secret.of(WORD)));
        writeBack.sendDue();
        assertThat(old.told).singleElement().satisfies(state -> {
            assertThat(state.owned(IdentifierKind.EMAIL)).isEqualTo(email);
            assertThat(state.person().firstName()).isEqualTo("Ana");
            assertThat(state.legacyId()).isNull();
        });
        assertThat(writeBack.figures()).isEqualTo(new WriteBackFigures(0, 0));
        assertThat(host.count("select count(*) from auth_legacy_link where entity = 'users' and legacy_id = 'old-"
                        + user(email) + "'"))
                .as("no import takes the new row there for a stranger's")
                .isOne();
    }

    @Test
    void a_change_and_its_note_are_one_transaction() {
        UserId user = personSentBefore();
        AuthStore noting = writeBack.store();
        assertThatThrownBy(() -> noting.alone(tx -> {
                    tx.users().setActive(user, false, app.clock.instant());
                    throw new IllegalStateException("the flow falls over");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(writeBack.figures().pending()).isZero();
        noting.alone(tx -> tx.users().setActive(user, false, app.clock.instant()));
        assertThat(writeBack.figures().pending()).isOne();
    }

    @Test
    void an_account_that_is_disabled_for_a_time_is_closed_there_until_it_is_enabled() {
        UserId user = personSentBefore();
        auth.admin().disable(user, app.clock.instant().plusSeconds(60));
        writeBack.sendDue();
        assertThat(old.of(user)).hasSize(2).last().satisfies(state -> {
            assertThat(state.changes()).containsExactly(UserState.Change.STATUS);
            assertThat(state.isClosed()).isTrue();
        });
        auth.admin().enable(user);
        writeBack.sendDue();
        assertThat(old.of(user)).hasSize(3).last().matches(state -> !state.isClosed());
    }

    @Test
    void a_state_has_the_time_of_the_latest_change() {
        UserId user = personSentBefore();
        writeBack.note(user, UserState.Change.IDENTITY);
        app.clock.advance(Duration.ofMinutes(1));
        writeBack.note(user, UserState.Change.STATUS);
        Instant latest = app.clock.instant();
        app.clock.advance(Duration.ofMinutes(1));
        writeBack.sendDue();
        assertThat(old.of(user)).last().extracting(UserState::changedAt).isEqualTo(latest);
    }

    @Test
    void a_deleted_account_is_told_with_what_is_left_of_it() {
        UserId user = personSentBefore();
        auth.admin().delete(user);
        writeBack.sendDue();
        assertThat(old.of(user)).last().satisfies(state -> {
            assertThat(state.isDeleted()).isTrue();
            assertThat(state.account()).isNotNull();
        });
    }

    @Test
    void an_account_that_is_closed_before_it_is_proven_is_told_as_well() {
        String email = register();
        auth.admin().disable(user(email));
        writeBack.sendDue();
        assertThat(old.of(user(email))).singleElement().matches(UserState::isClosed);
    }

    @Test
    void a_call_that_changes_nothing_leaves_no_note() {
        UserId user = personSentBefore();
        Secret other = Secret.of("$argon2id$other");
        writeBack.store().alone(tx -> {
            tx.users().recordLogin(user, app.clock.instant());
            tx.users().upgradePassword(user, other, other);
            return tx.users().changePassword(user, other, app.clock.instant().minusSeconds(1), app.clock.instant());
        });
        assertThat(writeBack.figures().pending()).isZero();
    }

    @Test
    void signing_in_by_password_is_no_change() {
        String email = person();
        writeBack.sendDue();
        assertThat(MigrationFixture.signsIn(auth, email, WORD)).isTrue();
        assertThat(writeBack.figures().pending()).isZero();
    }

    @Test
    void what_a_host_changes_itself_is_noted_by_the_host() {
        UserId user = personSentBefore();
        writeBack.note(user, UserState.Change.IDENTITY);
        writeBack.sendDue();
        assertThat(old.of(user)).hasSize(2);
    }

    /** Its proof was made for another value: over there it would be the person's on our word. */
    @Test
    void an_address_that_another_application_wrote_here_does_not_go_out_as_the_persons() {
        String email = person();
        UserId user = user(email);
        writeBack.sendDue();
        host.execute("update auth_user set email = 'ceo-" + email + "' where email = '" + email + "'");
        writeBack.note(user, UserState.Change.IDENTITY);
        writeBack.sendDue();
        assertThat(old.of(user)).hasSize(2).last().satisfies(state -> {
            assertThat(state.owned(IdentifierKind.EMAIL)).isNull();
            assertThat(state.hasProven(IdentifierKind.EMAIL)).isFalse();
            assertThat(state.isProven()).isFalse();
        });
    }

    @Test
    void nobody_is_made_there_of_an_account_whose_only_address_was_changed() {
        String email = person();
        UserId user = user(email);
        host.execute("update auth_user set email = 'ceo-" + email + "' where email = '" + email + "'");
        writeBack.sendDue();
        assertThat(old.of(user)).isEmpty();
    }

    @Test
    void of_every_verb_of_the_store_it_is_known_whether_it_changes_somebody() {
        assertThat(verbs(UserStore.class))
                .containsExactlyInAnyOrderElementsOf(both(TrackedChanges.USERS.keySet(), TrackedChanges.SILENT_USERS));
        assertThat(verbs(ProfileStore.class))
                .containsExactlyInAnyOrderElementsOf(
                        both(TrackedChanges.PROFILES.keySet(), TrackedChanges.SILENT_PROFILES));
        assertThat(verbs(BulkInsertStore.class))
                .containsExactlyInAnyOrderElementsOf(
                        both(TrackedChanges.INSERTS.keySet(), TrackedChanges.SILENT_INSERTS));
        assertThat(verbs(WrittenRowStore.class))
                .containsExactlyInAnyOrderElementsOf(
                        both(TrackedChanges.WRITTEN.keySet(), TrackedChanges.SILENT_WRITTEN));
    }

    private static List<String> both(Set<String> noted, Set<String> silent) {
        return Stream.concat(noted.stream(), silent.stream()).toList();
    }

    private static Stream<String> verbs(Class<?> store) {
        return Arrays.stream(store.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .map(Method::getName)
                .distinct();
    }
}
