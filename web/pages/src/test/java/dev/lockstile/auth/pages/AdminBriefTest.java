package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.model.MessageOutcome;
import dev.lockstile.auth.model.SessionState.EndReason;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of the lists: a state in one word, tries in one cell, and no more than six columns. */
class AdminBriefTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        ", , 0, 60, open, good, expires in 1 minute",
        "-60, , 1, 60, used, '', 1 minute ago",
        ", , 5, 60, locked, bad, ''",
        ", -60, 1, 60, replaced, '', 1 minute ago",
        ", , 4, -60, expired, '', 1 minute ago",
        ", , 4, 0, expired, '', just now"
    })
    void a_code_has_its_state_and_its_tries(
            @Nullable Integer used,
            @Nullable Integer ended,
            int attempts,
            int left,
            String state,
            String look,
            String also) {
        Map<String, Map<String, @Nullable Object>> row = row(
                "codes",
                map(
                        "user",
                        "7",
                        "purpose",
                        "LOGIN",
                        "channel",
                        "EMAIL",
                        "email",
                        "a•••@example.com",
                        "attempts",
                        attempts,
                        "maxAttempts",
                        5,
                        "createdAt",
                        NOW,
                        "validUntil",
                        NOW.plusSeconds(left),
                        "usedAt",
                        used == null ? null : NOW.plusSeconds(used),
                        "endedAt",
                        ended == null ? null : NOW.plusSeconds(ended)));
        assertThat(row.keySet())
                .containsExactlyInAnyOrder("user", "purpose", "toEmail", "status", "attempts", "createdAt");
        assertCell(row, "status", state, look, also);
        assertCell(row, "attempts", attempts + " of 5", null, "");
        assertCell(row, "purpose", "Sign-in code", null, "Email");
    }

    @Test
    void a_session_is_active_or_over_and_says_why() {
        Map<String, @Nullable Object> session = map(
                "user",
                7L,
                "client",
                "WEB",
                "deviceLabel",
                null,
                "remoteAddress",
                "192.0.2.1",
                "createdAt",
                NOW,
                "lastUsedAt",
                NOW,
                "absoluteUntil",
                NOW.plusSeconds(60),
                "endedAt",
                null,
                "endReason",
                null);
        Map<String, Map<String, @Nullable Object>> row = row("sessions", session);
        assertThat(row.keySet()).containsExactlyInAnyOrder("user", "deviceLabel", "signedInAt", "lastUsedAt", "status");
        assertCell(row, "status", "active", "good", "");
        assertCell(row, "deviceLabel", "Browser", null, "192.0.2.1");
        session.put("idleUntil", NOW.plusSeconds(1));
        assertCell(row("sessions", session), "status", "active", "good", "");
        session.put("idleUntil", NOW);
        assertCell(row("sessions", session), "status", "expired", "", "");
        session.put("idleUntil", null);
        session.put("absoluteUntil", NOW);
        assertCell(row("sessions", session), "status", "expired", "", "");
        session.put("endedAt", NOW);
        session.put("endReason", EndReason.FACTORS_CHANGED);
        assertCell(row("sessions", session), "status", "ended", "", "second factors changed");
    }

    @Test
    void an_active_session_has_a_button_where_it_can_be_ended() {
        Map<String, @Nullable Object> session = map("user", 7L, "client", "WEB", "createdAt", NOW, "session", "s1");
        assertThat(row("sessions", session)).doesNotContainKey("end");
        session.put("endable", true);
        assertCell(row("sessions", session), "end", "End", null, "");
        assertThat(row("sessions", session).get("end"))
                .containsEntry("user", "7")
                .containsEntry("session", "s1");
        session.put("endable", false);
        assertThat(row("sessions", session)).doesNotContainKey("end");
        session.put("endable", true);
        session.put("endedAt", NOW);
        assertThat(row("sessions", session)).doesNotContainKey("end");
    }

    @Test
    void a_message_that_failed_says_why() {
        Map<String, @Nullable Object> mail = map(
                "toEmail",
                "a•••@example.com",
                "templateName",
                "LOGIN_CODE",
                "provider",
                "smtp",
                "status",
                MessageOutcome.Status.FAILED,
                "errorMessage",
                "550 no such user",
                "createdAt",
                NOW);
        assertCell(row("email-log", mail), "status", "failed", "bad", "550 no such user");
        assertCell(row("email-log", mail), "templateName", "Sign-in code", null, "Provider: smtp");
        mail.put("status", MessageOutcome.Status.SENT);
        mail.put("errorMessage", null);
        assertCell(row("email-log", mail), "status", "sent", "good", "");
    }

    @Test
    void a_profile_has_one_name_and_its_state() {
        Map<String, @Nullable Object> profile = map(
                "user",
                7L,
                "firstName",
                "Ana",
                "lastName1",
                "Ruiz",
                "lastName2",
                null,
                "label",
                "Work",
                "role",
                "USER",
                "isDefault",
                true,
                "active",
                true,
                "createdAt",
                NOW,
                "deletedAt",
                null);
        assertCell(row("profiles", profile), "name", "Ana Ruiz", null, "Work");
        assertCell(row("profiles", profile), "status", "in use", "good", "default");
        assertThat(row("profiles", profile).get("status")).containsEntry("pair", true);
        profile.put("isDefault", false);
        assertCell(row("profiles", profile), "status", "available", "", "");
        profile.put("isDefault", true);
        profile.put("active", false);
        assertCell(row("profiles", profile), "status", "switched off", "bad", "default");
        profile.put("deletedAt", NOW);
        assertCell(row("profiles", profile), "status", "removed", "", "");
    }

    @Test
    void a_profile_without_a_name_says_so_in_grey() {
        Map<String, @Nullable Object> profile = map("user", 7L, "firstName", "", "label", "Work");
        assertCell(row("profiles", profile), "name", "No name yet", "faint", "Work");
    }

    @Test
    void numbers_stand_in_groups() {
        Map<String, @Nullable Object> message = map("phone", "+525512345678", "status", "SENT");
        assertCell(row("sms-log", message), "phone", "+52 55 1234 5678", null, "");
    }

    @Test
    void a_run_of_an_import_says_when_it_ends() {
        Map<String, @Nullable Object> run = map(
                "runId",
                "r3",
                "sourceSystem",
                "shop",
                "preset",
                "django",
                "status",
                "running",
                "rowsRead",
                48_213L,
                "rowsQuarantined",
                5L,
                "startedAt",
                NOW,
                "expectedEnd",
                NOW.plusSeconds(600));
        assertCell(row("imports", run), "status", "running", "warn", "");
        assertCell(row("imports", run), "sourceSystem", "shop", null, "django · r3");
        assertCell(row("imports", run), "startedAt", "just now", null, "expected end: in 10 minutes");
        run.put("peopleShare", 40L);
        assertCell(row("imports", run), "rowsRead", "48,213", null, "40% of people");
        assertThat(row("imports", run).get("rowsRead")).containsEntry("share", 40L);
        run.put("status", "finished");
        run.put("endedAt", NOW.minusSeconds(120));
        assertCell(row("imports", run), "status", "finished", "good", "");
        run.put("status", "done");
        assertCell(row("imports", run), "status", "finished", "good", "");
        assertCell(row("imports", run), "startedAt", "just now", null, "ended 2 minutes ago");
    }

    @Test
    void a_code_of_an_unknown_recipient_says_that_there_is_no_account() {
        assertCell(row("codes", map("user", null, "purpose", "LOGIN")), "user", "no account", null, "");
    }

    private static void assertCell(
            Map<String, Map<String, @Nullable Object>> row,
            String column,
            String text,
            @Nullable String look,
            String also) {
        Map<String, @Nullable Object> cell = Objects.requireNonNull(row.get(column));
        assertThat(cell).containsEntry("text", text).containsEntry("look", look).containsEntry("also", also);
    }

    @SuppressWarnings("unchecked") // rows of the model are lists of cells
    private static Map<String, Map<String, @Nullable Object>> row(String list, Map<String, @Nullable Object> row) {
        AdminLists.Page page = new AdminLists.Page(List.copyOf(row.keySet()), List.of(row), null);
        Times times = new Times(Texts.all().get("en"), Clock.fixed(NOW, ZoneOffset.UTC));
        AdminLists.Table table = AdminLists.Table.valueOf(
                list.equals("imports")
                        ? "DEVICES"
                        : list.toUpperCase(Locale.ROOT).replace('-', '_'));
        Map<String, @Nullable Object> model = list.equals("imports")
                ? new AdminTable(list, page, times).model()
                : AdminTable.of(table, page, times).model();
        Map<String, Map<String, @Nullable Object>> cells = new HashMap<>();
        List<List<Map<String, @Nullable Object>>> rows =
                (List<List<Map<String, @Nullable Object>>>) Objects.requireNonNull(model.get("rows"));
        new ArrayList<>(rows.get(0)).forEach(cell -> cells.put((String) cell.get("column"), cell));
        return cells;
    }

    private static Map<String, @Nullable Object> map(@Nullable Object... pairs) {
        Map<String, @Nullable Object> map = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) Objects.requireNonNull(pairs[i]), pairs[i + 1]);
        }
        return map;
    }
}
