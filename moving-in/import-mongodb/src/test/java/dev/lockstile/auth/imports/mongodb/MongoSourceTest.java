package dev.lockstile.auth.imports.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.UserImport;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.preset.MongoPhoneOtpPreset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.imports.source.Sources;
import dev.lockstile.auth.imports.support.LegacyDump;
import dev.lockstile.auth.imports.support.SilentProxy;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A live source, on a server in this process that speaks MongoDB's wire protocol. */
final class MongoSourceTest {

    private static final SourceAccess.Limits SHORT =
            new SourceAccess.Limits(Duration.ofSeconds(2), Duration.ofMillis(500));
    private static final SourceTable PEOPLE = new SourceTable("people", "_id", List.of());

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private String url;
    private MongoClient writer;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        InetSocketAddress address = server.bind();
        url = "mongodb://127.0.0.1:" + address.getPort() + "/old";
        writer = MongoClients.create(url);
    }

    @AfterEach
    void stop() {
        writer.close();
        server.shutdownNow();
    }

    @Test
    @Timeout(60)
    void a_server_that_never_answers_is_given_up() {
        try (SilentProxy proxy = SilentProxy.silent()) {
            String silent = "mongodb://127.0.0.1:" + proxy.port() + "/old";
            assertThatThrownBy(() -> Sources.open(new SourceAccess(silent, null, null).with(SHORT)))
                    .isInstanceOf(SourceUnusableException.class)
                    .hasMessageStartingWith("no server answers");
        }
    }

    @Test
    @Timeout(60)
    void a_server_that_falls_silent_is_given_up() {
        try (SilentProxy proxy = new SilentProxy(URI.create(url).getPort());
                Source source = Sources.open(
                        new SourceAccess("mongodb://127.0.0.1:" + proxy.port() + "/old", null, null).with(SHORT))) {
            assertThat(source.count("people")).isZero();
            proxy.fallSilent();
            assertThatThrownBy(() -> source.count("people"))
                    .isInstanceOf(SourceUnusableException.class)
                    .hasMessageStartingWith("no server answers");
        }
    }

    @Test
    void people_come_in_live_as_they_do_from_an_export() throws IOException {
        Path file = LegacyDump.unpacked("biograph.users.jsonl.gz", folder);
        List<Document> documents = new ArrayList<>();
        Files.readAllLines(file).forEach(line -> documents.add(Document.parse(line)));
        writer.getDatabase("old").getCollection("AuthApp_usermodel").insertMany(documents);
        writer.getDatabase("old").getCollection("biographapp_biographmodel").insertOne(new Document("_id", 1));
        List<QuarantineEntry> held = new ArrayList<>();
        List<QuarantineEntry> heldLive = new ArrayList<>();

        ImportReport exported = run(Sources.file(file), held);
        ImportReport live = run(open(), heldLive);

        assertThat(live.people().read()).isEqualTo(documents.size());
        assertThat(live.people().in(State.SKIPPED)).isEqualTo(exported.people().in(State.SKIPPED));
        assertThat(live.people().byReason()).isEqualTo(exported.people().byReason());
        // the order of a file and that of the keys differ, and with them who comes first to a shared e-mail
        assertThat(live.warnings().keySet()).isEqualTo(exported.warnings().keySet());
        assertThat(live.run().source()).isEqualTo(url);
    }

    @Test
    void pages_go_through_keys_of_all_types_and_miss_none() {
        MongoCollection<Document> people = writer.getDatabase("old").getCollection("people");
        List<Object> keys = new ArrayList<>(List.of(7, 12L, 3.5, "b", "a", new ObjectId(), true, new Date(5_000)));
        keys.add(new Document("tenant", 1).append("n", 2));
        keys.forEach(key -> people.insertOne(new Document("_id", key)));

        for (int limit = 1; limit <= 4; limit++) {
            List<String> seen = new ArrayList<>();
            try (Source source = open()) {
                @Nullable Object after = null;
                List<SourceRow> page;
                do {
                    page = source.page(PEOPLE, after, limit);
                    page.forEach(row -> seen.add(row.key().toString()));
                    after = page.isEmpty() ? after : page.get(page.size() - 1).place();
                } while (page.size() == limit);
            }
            assertThat(seen).doesNotHaveDuplicates().hasSize(keys.size());
        }
    }

    @Test
    void cells_are_plain_values() {
        Instant time = Instant.parse("2020-01-01T00:00:00.123Z");
        ObjectId id = new ObjectId();
        writer.getDatabase("old")
                .getCollection("people")
                .insertOne(new Document("_id", id)
                        .append("Born", Date.from(time))
                        .append("money", new Decimal128(12))
                        .append("nothing", null)
                        .append("flags", new Document("all", false))
                        .append("list", List.of(1, "x")));

        try (Source source = open()) {
            SourceRow row = source.page(PEOPLE, null, 10).get(0);

            assertThat(row.key()).isEqualTo(id.toHexString());
            assertThat(row.cell("born")).isEqualTo(time);
            assertThat(row.cell("money")).isEqualTo(new BigDecimal(12));
            assertThat(row.cell("nothing")).isNull();
            assertThat(row.cell("flags")).isEqualTo(Map.of("all", false));
            assertThat(row.cell("list")).isEqualTo(List.of(1, "x"));
            assertThat(source.count("people")).isEqualTo(1);
            assertThat(source.matching(PEOPLE, "list", List.of("x"))).hasSize(1);
        }
    }

    @Test
    void an_address_without_a_database_is_refused() {
        assertThatThrownBy(() -> Sources.open(new SourceAccess("mongodb://127.0.0.1:1", null, null)))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining("names no database");
    }

    @Test
    void a_server_that_does_not_answer_is_told_without_the_password() {
        SourceAccess access = new SourceAccess(
                "mongodb://ana:hunter2@127.0.0.1:1/old?serverSelectionTimeoutMS=300", "ana", Secret.of("hunter2"));

        assertThatThrownBy(() -> Sources.open(access))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessage("no server answers at mongodb://127.0.0.1:1/old")
                .hasNoCause();
    }

    @Test
    void a_server_that_goes_away_between_two_pages_ends_the_reading_with_its_name() {
        MongoCollection<Document> people = writer.getDatabase("old").getCollection("people");
        for (int i = 0; i < 10; i++) {
            people.insertOne(new Document("_id", i));
        }
        try (Source source = Sources.open(new SourceAccess(url + "?serverSelectionTimeoutMS=300", null, null))) {
            Object last = source.page(PEOPLE, null, 5).get(4).place();
            server.shutdownNow();

            assertThatThrownBy(() -> source.page(PEOPLE, last, 5))
                    .isInstanceOf(SourceUnusableException.class)
                    .hasMessageContaining(url);
        }
    }

    private Source open() {
        return Sources.open(new SourceAccess(url, null, null));
    }

    private static ImportReport run(Source source, List<QuarantineEntry> held) {
        ImportTarget target = new ImportTarget(
                new InMemoryAuthStore(),
                IdentifierRules.standard(),
                Passwords.of(PasswordSettings.owasp().withCost(Argon2Cost.cheapForTests()))
                        .formats(),
                Clock.fixed(Instant.parse("2026-12-01T10:00:00Z"), ZoneOffset.UTC));
        try (source) {
            return new UserImport(target, ImportOptions.defaults().withBatchSize(40))
                    .run(source, new MongoPhoneOtpPreset(), held::add);
        }
    }
}
