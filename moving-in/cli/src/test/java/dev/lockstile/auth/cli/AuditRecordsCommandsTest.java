package dev.lockstile.auth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.event.AuditFailedException;
import dev.lockstile.auth.event.AuditRecords;
import dev.lockstile.auth.event.AuditTrail;
import dev.lockstile.auth.event.AuthEvent;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit trail listed, exported and sealed by commands. */
final class AuditRecordsCommandsTest {

    private static final Instant AT = Instant.parse("2026-01-31T00:00:00Z");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final TestHost host = new TestHost();
    private final ReadTrail trail = new ReadTrail();

    @TempDir
    Path folder;

    @Test
    void entries_are_listed_by_the_filters_page_by_page() {
        assertThat(run(
                        "audit-list",
                        "--user",
                        "7",
                        "--actor",
                        "8",
                        "--name",
                        "n",
                        "--until",
                        AT.toString(),
                        "--max",
                        "3"))
                .isEqualTo(ExitCodes.OK);
        assertThat(out.toString().lines())
                .hasSize(3)
                .first()
                .asString()
                .isEqualTo("9\t2026-01-31T00:00:00Z\tauthn_login_fail\trefused\t7\t-\t8\ta b");
        assertThat(trail.asked.get(0)).isEqualTo(new AuditRecords.Query("7", "8", "n", null, AT, null, 3));
        assertThat(trail.asked.get(1).after()).isEqualTo(new AuditRecords.Place(AT, 9));
    }

    @Test
    void what_an_entry_holds_moves_no_cursor() {
        trail.detail = "a\u001b[2Jb\u202ec\rd";
        assertThat(run("audit-list", "--max", "1")).isEqualTo(ExitCodes.OK);
        assertThat(out.toString().lines())
                .first()
                .asString()
                .isEqualTo("9\t2026-01-31T00:00:00Z\tauthn_login_fail\trefused\t7\t-\t8\ta?[2Jb?c?d");
    }

    @Test
    void an_export_is_a_new_file_and_tells_its_head() throws IOException {
        Path file = folder.resolve("trail.jsonl");
        assertThat(run("audit-export", "--to", file.toString())).isEqualTo(ExitCodes.OK);
        assertThat(Files.readAllLines(file)).containsExactly("{1}", "{2}");
        assertThat(out.toString().strip()).isEqualTo("2:d2");
        assertThat(run("audit-export", "--to", file.toString())).isNotEqualTo(ExitCodes.OK);
        assertThat(trail.cut).isNull();
    }

    @Test
    void a_seal_writes_the_file_and_then_cuts() throws IOException {
        host.clock = Clock.fixed(AT.plusSeconds(7), ZoneOffset.UTC);
        Path file = folder.resolve("trail.jsonl");
        assertThat(run("audit-seal", "--before", AT.toString(), "--to", file.toString()))
                .isEqualTo(ExitCodes.OK);
        assertThat(Files.readAllLines(file)).hasSize(2);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(trail.before).isEqualTo(AT);
        assertThat(trail.cut).isEqualTo(new AuditTrail.Head(2, "d2"));
        assertThat(trail.cutAt).isEqualTo(AT.plusSeconds(7));
        assertThat(out.toString()).contains("Removed 2 entries up to 2:d2");
    }

    @Test
    void a_damaged_trail_is_not_cut() {
        trail.damaged = true;
        assertThat(run(
                        "audit-seal",
                        "--before",
                        AT.toString(),
                        "--to",
                        folder.resolve("a").toString()))
                .isEqualTo(ExitCodes.DAMAGED);
        assertThat(err.toString()).contains("entry 2");
        assertThat(folder.resolve("a")).doesNotExist();
        assertThat(trail.cut).isNull();
    }

    @Test
    void a_file_that_is_there_keeps_its_entries_and_nothing_is_cut() throws IOException {
        Path file = Files.writeString(folder.resolve("old.jsonl"), "old");
        assertThat(run("audit-seal", "--before", AT.toString(), "--to", file.toString()))
                .isNotEqualTo(ExitCodes.OK);
        assertThat(Files.readString(file)).isEqualTo("old");
        assertThat(trail.cut).isNull();
    }

    private int run(String... line) {
        host.trail = trail;
        ManageCommands commands = ManageCommands.of(host::open);
        commands.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commands.run(line);
    }

    /** A trail of two entries. */
    private static final class ReadTrail implements AuditTrail, AuditRecords {

        private final List<Query> asked = new ArrayList<>();
        private boolean damaged;
        private @Nullable Instant before;
        private @Nullable Head cut;
        private @Nullable Instant cutAt;
        private String detail = "a\tb";

        @Override
        public Page page(Query query) {
            asked.add(query);
            Entry entry = new Entry(9, AT, "authn_login_fail", false, "7", null, detail, "8");
            return query.after() == null
                    ? new Page(List.of(entry, entry), new Place(AT, 9))
                    : new Page(List.of(entry), null);
        }

        @Override
        public Head export(@Nullable Instant until, Consumer<String> line) {
            before = until;
            line.accept("{1}");
            if (damaged) {
                throw new AuditFailedException("entry 2 of the audit trail is gone");
            }
            line.accept("{2}");
            return new Head(2, "d2");
        }

        @Override
        public long cut(Head upTo, Instant now) {
            cut = upTo;
            cutAt = now;
            return upTo.entries();
        }

        @Override
        public Report verify(List<Head> expected) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Head head() {
            throw new AssertionError("not asked for");
        }

        @Override
        public boolean begin() {
            throw new AssertionError("not asked for");
        }

        @Override
        public void on(AuthEvent event) {
            throw new AssertionError("reading writes nothing");
        }
    }
}
