package dev.lockstile.auth.cutover.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.support.SmallLegacy;
import dev.lockstile.auth.imports.support.Sql;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.ProfileStore;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the rows of jb-drf-auth hold is not lost by what is not known here. */
final class LegacyRowsKeptTest extends JbWriteBackCase {

    /** All users of the old system come here. */
    private void importAll() throws SQLException {
        numberNewRows();
        legacy.execute(
                "alter table authentication_profile alter column first_name varchar(150)",
                "alter table authentication_user alter column username varchar(30)");
        old.createTable();
        importRows();
    }

    private SmallLegacy person(int id, String... changes) {
        String[] all = Arrays.copyOf(changes, changes.length + 2);
        all[changes.length] = "password";
        all[changes.length + 1] = HASH;
        return legacy.user(id, all);
    }

    private void send() {
        app.clock.advance(Duration.ofMinutes(1));
        writeBack().sendDue();
    }

    private UserId user(int id) {
        return store.userId(here("users", id)).orElseThrow();
    }

    private ProfileId profile(int id) {
        return store.profileId(here("profiles", id)).orElseThrow();
    }

    private String here(String entity, int id) {
        String select = "select local_ref from auth_legacy_link where entity = '" + entity + "' and legacy_id = '";
        return host.rows(select + id + "'").get(0).get("local_ref");
    }

    private void describe(int user, int profile, String name) {
        writeBack()
                .store()
                .alone(tx -> tx.profiles()
                        .describe(
                                new ProfileStore.Owned(user(user), profile(profile)),
                                new Person(name, null, null, null, null),
                                "",
                                app.clock.instant()));
    }

    @Test
    void the_names_of_one_profile_never_go_over_those_of_another() throws Exception {
        person(1).profile(11, 1, "first_name", "'Ana'").profile(12, 1, "first_name", "'Leo'", "is_default", "false");
        importAll();
        writeBack()
                .store()
                .alone(tx ->
                        tx.profiles().makeDefault(new ProfileStore.Owned(user(1), profile(12)), app.clock.instant()));
        describe(1, 12, "Leon");
        send();
        assertThat(row("authentication_profile", "id = 11")).containsEntry("first_name", "Ana");
        assertThat(row("authentication_profile", "id = 12")).containsEntry("first_name", "Leon");
        assertThat(Sql.rows(legacy.database(), "select id from authentication_profile"))
                .hasSize(2);
    }

    @Test
    void a_profile_made_there_from_here_is_the_same_one_the_next_time() throws Exception {
        person(1);
        importAll();
        writeBack().note(user(1), UserState.Change.IDENTITY);
        send();
        assertThat(Sql.rows(legacy.database(), "select id from authentication_profile"))
                .hasSize(1);
        describe(1, 1000, "Ida");
        send();
        assertThat(row("authentication_profile", "id = 1000")).containsEntry("first_name", "Ida");
        assertThat(Sql.rows(legacy.database(), "select id from authentication_profile"))
                .hasSize(1);
    }

    @Test
    void what_the_import_could_not_carry_stays_there() throws Exception {
        String longName = "x".repeat(140);
        person(1, "phone", "'020 7946 0958'").profile(11, 1, "first_name", "'" + longName + "'", "gender", "'OTHER'");
        person(2, "email", "''", "phone", "null").profile(12, 2);
        importAll();
        writeBack().note(user(1), UserState.Change.IDENTITY);
        writeBack().note(user(2), UserState.Change.IDENTITY);
        send();
        assertThat(there(1)).containsEntry("phone", "020 7946 0958");
        assertThat(there(2)).containsEntry("is_verified", "TRUE");
        assertThat(row("authentication_profile", "id = 11")).containsEntry("first_name", longName);
    }

    @Test
    void an_old_mark_swallows_no_change_when_our_turns_begin_again() throws Exception {
        person(1).profile(11, 1);
        importAll();
        for (int i = 0; i < 3; i++) {
            writeBack().note(user(1), UserState.Change.IDENTITY);
            send();
        }
        host.execute("delete from auth_write_back_lease");
        auth().admin().disable(user(1));
        send();
        assertThat(there(1)).containsEntry("is_active", "FALSE");

        host.execute("update auth_write_back_lease set lease_no = 2");
        auth().admin().enable(user(1));
        send();
        assertThat(there(1)).containsEntry("is_active", "TRUE");
    }

    @Test
    void disabling_or_enabling_here_does_not_undelete_there() throws Exception {
        person(1).profile(11, 1);
        importAll();
        legacy.execute("update authentication_user set deleted = current_timestamp, is_active = false where id = 1");
        String deleted = there(1).get("deleted");
        auth().admin().disable(user(1));
        send();
        assertThat(there(1)).containsEntry("deleted", deleted).containsEntry("is_active", "FALSE");
        auth().admin().enable(user(1));
        send();
        assertThat(there(1)).containsEntry("deleted", deleted).containsEntry("is_active", "FALSE");
    }

    @Test
    void who_was_deleted_and_restored_here_signs_in_there_again() throws Exception {
        person(1).profile(11, 1);
        importAll();
        auth().admin().delete(user(1));
        send();
        assertThat(there(1).get("deleted")).isNotNull();
        assertThat(opens(there(1), OLD_WORD)).isFalse();
        auth().admin().restore(user(1));
        send();
        assertThat(there(1)).containsEntry("deleted", null).containsEntry("is_active", "TRUE");
        assertThat(opens(there(1), OLD_WORD)).isTrue();
    }

    @Test
    void a_changed_address_that_somebody_there_has_is_not_taken_from_them() throws Exception {
        person(1).profile(11, 1);
        importAll();
        legacy.user(3, "email", "' User1@Example.com'", "password", HASH);
        legacy.execute("update authentication_user set email = 'before@example.com' where id = 1");
        writeBack().note(user(1), UserState.Change.IDENTITY);
        auth().admin().disable(user(1));
        send();
        assertThat(there(1)).containsEntry("email", "before@example.com").containsEntry("is_active", "FALSE");
        assertThat(writeBack().deadLetters(5)).extracting(DeadLetter::reason).containsExactly("email_taken_in_legacy");
    }

    @Test
    void the_other_tables_hear_of_no_proof_and_no_name_that_nobody_here_has() throws Exception {
        person(1).profile(11, 1);
        importAll();
        UserState state = store.read(tx -> new UserState(
                user(1),
                1,
                app.clock.instant(),
                "1",
                null,
                Set.of(UserState.Change.IDENTITY),
                tx.users().byId(user(1)).orElseThrow()));
        assertThat(LegacyTable.fuUsers().changed(state, Map.of("email", "User1@example.com")))
                .containsOnlyKeys("email");
        assertThat(LegacyTable.fuUsers().changed(state, Map.of("email", "before@example.com")))
                .containsEntry("is_verified", true);
        assertThat(LegacyTable.django().changed(state, Map.of())).containsOnlyKeys("username", "email");
    }

    @Test
    void what_does_not_fit_there_keeps_no_disabling_back() throws Exception {
        person(1).profile(11, 1);
        importAll();
        legacy.execute(
                "update authentication_user set username = 'u'",
                "alter table authentication_user alter column username varchar(3)");
        writeBack().note(user(1), UserState.Change.IDENTITY);
        auth().admin().disable(user(1));
        send();
        assertThat(there(1)).containsEntry("is_active", "FALSE");
        assertThat(writeBack().deadLetters(5)).extracting(DeadLetter::reason).containsExactly("does_not_fit");
    }

    @Test
    void another_password_is_written_whoever_wins_and_the_rest_stays_theirs() throws Exception {
        person(1).profile(11, 1);
        importAll();
        old = old.winner(JdbcLegacySystem.Winner.THEIRS);
        writeBack().note(user(1), UserState.Change.IDENTITY);
        send();
        legacy.execute("update authentication_user set username = 'theirs', password = " + HASH + " where id = 1");
        newPassword("user1@example.com");
        send();
        assertThat(opens(there(1), NEW_WORD)).isTrue();
        auth().admin().disable(user(1));
        send();
        assertThat(there(1)).containsEntry("is_active", "FALSE");
        writeBack().note(user(1), UserState.Change.IDENTITY);
        send();
        assertThat(there(1)).containsEntry("username", "theirs");
    }
}
