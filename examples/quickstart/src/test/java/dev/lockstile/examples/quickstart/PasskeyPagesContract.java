package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.testkit.SoftwareAuthenticator;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.examples.quickstart.Visitor.Shown;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Passkeys on the pages of a host that wants a second factor of all accounts, on a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PasskeyPagesContract {

    private static final int RIVALS = 20;
    private static final Pattern CODES = Pattern.compile("<code>((?:[0-9A-Z]{4}-){5}[0-9A-Z]{4})</code>");

    private PagesFixture quickstart;

    /** An empty database. */
    abstract String database(Path folder);

    @BeforeAll
    void open(@TempDir Path folder) {
        quickstart = PagesFixture.open(
                folder, Map.of("QUICKSTART_DB_URL", database(folder), "QUICKSTART_SECOND_FACTOR", "everybody"));
    }

    @AfterAll
    void close() {
        quickstart.close();
    }

    @Test
    void of_twenty_browsers_that_make_one_at_the_same_time_one_signs_in() {
        String email = "many@example.com";
        List<Visitor> browsers = new ArrayList<>();
        List<Map<String, String>> forms = new ArrayList<>();
        browsers.add(quickstart.member(email));
        while (browsers.size() < RIVALS) {
            browsers.add(half(email));
        }
        for (Visitor browser : browsers) {
            forms.add(make(browser, "/passkey/second-factor", key()));
        }
        assertThat(ParallelRun.winners(
                        RIVALS,
                        n -> browsers.get(n)
                                        .submitOnly("/second-factor", forms.get(n))
                                        .status()
                                == 200))
                .isEqualTo(1);
    }

    @Test
    void one_is_made_while_signing_in_and_is_then_used_for_everything() {
        String email = "ana@example.com";
        SoftwareAuthenticator key = key();
        Visitor ana = quickstart.member(email);
        assertThat(ana.open("/account").path()).as("not signed in yet").isEqualTo("/sign-in");
        Shown codes = ana.submitOnly("/second-factor", make(ana, "/passkey/second-factor", key));
        assertThat(codes.status()).isEqualTo(200);
        assertThat(CODES.matcher(codes.text()).results()).hasSize(10);
        assertThat(ana.open("/account").text()).contains("<strong>Passkey</strong>", "never used");
        Visitor second = half(email);
        assertThat(second.submit("/second-factor", show(second, "/passkey/second-factor", key))
                        .path())
                .isEqualTo("/account");
        Visitor alone = quickstart.visitor();
        alone.open("/sign-in");
        assertThat(alone.submit("/sign-in/passkey", show(alone, "/passkey/sign-in", key))
                        .path())
                .isEqualTo("/account");
        alone.open("/prove");
        assertThat(alone.submit("/prove", show(alone, "/passkey/prove", key)).path())
                .isEqualTo("/account");
        SoftwareAuthenticator other = key();
        alone.open("/account/passkeys/add");
        Map<String, String> made = make(alone, "/passkey/add", other);
        made.put("name", "phone");
        assertThat(alone.submit("/account/passkeys/add", made).text()).contains("<strong>phone</strong>");
        assertThat(second.open("/account").path())
                .as("another session, after the change")
                .isEqualTo("/sign-in");
        String page = alone.open("/account").text();
        String id = page.replaceAll("(?s).*/account/passkey\\?id=([A-Za-z0-9_-]+)\".*", "$1");
        assertThat(alone.submit("/account/passkeys/remove", Map.of("id", id)).text())
                .doesNotContain("<strong>phone</strong>");
        Visitor gone = quickstart.visitor();
        gone.open("/sign-in");
        assertThat(gone.submitOnly("/sign-in/passkey", show(gone, "/passkey/sign-in", other))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_page_of_another_port_and_somebody_elses_passkey_let_nobody_in() {
        String email = "bea@example.com";
        Visitor bea = quickstart.member(email);
        SoftwareAuthenticator elsewhere = SoftwareAuthenticator.at("http://localhost:9" + quickstart.port());
        assertThat(bea.submitOnly("/second-factor", make(bea, "/passkey/second-factor", elsewhere))
                        .status())
                .isEqualTo(400);
        SoftwareAuthenticator key = key();
        assertThat(bea.submitOnly("/second-factor", make(bea, "/passkey/second-factor", key))
                        .status())
                .isEqualTo(200);
        Visitor eve = quickstart.member("eve@example.com");
        SoftwareAuthenticator hers = key();
        eve.submitOnly("/second-factor", make(eve, "/passkey/second-factor", hers));
        Visitor thief = half(email);
        assertThat(thief.submitOnly("/second-factor", show(thief, "/passkey/second-factor", hers))
                        .status())
                .isEqualTo(401);
        assertThat(thief.submitOnly("/second-factor", show(thief, "/passkey/second-factor", key.impostor()))
                        .status())
                .isEqualTo(401);
        assertThat(thief.open("/account").path()).isEqualTo("/sign-in");
    }

    /** With a right password, before the second factor. */
    private Visitor half(String email) {
        Visitor visitor = quickstart.visitor();
        visitor.open("/sign-in");
        visitor.submit("/sign-in", Map.of("login", email, "password", PagesFixture.PASSWORD));
        return visitor;
    }

    private SoftwareAuthenticator key() {
        return SoftwareAuthenticator.at("http://localhost:" + quickstart.port());
    }

    private static Map<String, String> make(Visitor browser, String path, SoftwareAuthenticator key) {
        JsonNode asked = asked(browser, path);
        return fields(
                asked,
                key.create(
                        asked.at("/publicKey/rp/id").asString(),
                        asked.at("/publicKey/challenge").asString(),
                        asked.at("/publicKey/user/id").asString()));
    }

    private static Map<String, String> show(Visitor browser, String path, SoftwareAuthenticator key) {
        JsonNode asked = asked(browser, path);
        return fields(
                asked,
                key.get(
                        asked.at("/publicKey/rpId").asString(),
                        asked.at("/publicKey/challenge").asString()));
    }

    private static JsonNode asked(Visitor browser, String path) {
        Shown answer = browser.submitOnly(path, Map.of());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.text());
    }

    private static Map<String, String> fields(JsonNode asked, String credential) {
        return new HashMap<>(Map.of("ceremony", asked.path("ceremony").asString(), "credential", credential));
    }
}
