package dev.lockstile.auth.pages;

import static dev.lockstile.auth.pages.PasskeyBrowser.location;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.factor.OwnPasskeys;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.passkey.Passkeys;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.testkit.SoftwareAuthenticator;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The own passkeys on the account page. */
class OwnPasskeyPagesTest {

    private static final String EMAIL = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";
    private static final String ADD = "/account/passkeys/add";
    private static final String REMOVE = "/account/passkeys/remove";
    private static final Pattern ID = Pattern.compile("/account/passkey\\?id=([A-Za-z0-9_-]+)\"");

    private final InMemoryAuthStore store = new InMemoryAuthStore();
    private final PagesServer server = new PagesServer(
            AuthTestKit.of(Auth.builder(store)
                    .settings(AuthTestKit.settings())
                    .secondFactors(SecondFactorSettings.optional())
                    .passkeys(Passkeys.relyingParty(PasskeyBrowser.SITE, "Acme", PasskeyBrowser.ORIGIN))),
            PageSettings.defaults());

    @BeforeEach
    void register() {
        server.kit.member(EMAIL, PASSWORD);
        server.kit.clock().advance(Duration.ofMinutes(5));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void adding_and_removing_ask_first_for_a_proof() {
        PasskeyBrowser ana = member("en");
        ana.add("phone");
        String id = id(ana.browser());
        String prove = "/shop/account/prove?next=/shop/account/account/passkeys/add";
        assertThat(location(ana.browser().open(ADD)))
                .as("the password is one factor")
                .isEqualTo(prove);
        HttpResponse<String> asked = ana.browser().submit("/passkey/add", Map.of());
        assertThat(asked.statusCode()).isEqualTo(403);
        assertThat(asked.body()).contains("\"go\":\"" + prove + "\"", "Confirm it\\u2019s you again.");
        assertThat(location(ana.browser().submit(ADD, Map.of("name", "b", "ceremony", "c", "credential", "{}"))))
                .isEqualTo(prove);
        assertThat(location(ana.browser().submit(REMOVE, Map.of("id", id))))
                .isEqualTo("/shop/account/prove?next=/shop/account/account");
        assertThat(ana.browser().open("/account").body()).contains("<strong>phone</strong>");
        PasskeyBrowser in = proven(ana, "en");
        server.kit.clock().advance(Duration.ofMinutes(11));
        assertThat(location(in.browser().open(ADD))).as("no longer fresh").isEqualTo(prove);
    }

    @ParameterizedTest
    @CsvSource({
        "en, We couldn’t add the passkey, This field is required",
        "es, No se pudo añadir la llave de acceso, Este campo es obligatorio",
        "pt, Não foi possível adicionar a chave de acesso, Este campo é obrigatório"
    })
    void what_is_no_new_passkey_is_not_added(String language, String words, String required) {
        PasskeyBrowser ana = member(language);
        ana.browser().open(ADD);
        Map<String, String> made = ana.make("/passkey/add");
        made.put("name", " ");
        HttpResponse<String> unnamed = ana.browser().submit(ADD, made);
        assertThat(unnamed.statusCode()).isEqualTo(400);
        assertThat(unnamed.body()).contains(required);
        made.put("name", "x".repeat(65));
        assertThat(ana.browser().submit(ADD, made).statusCode()).isEqualTo(400);
        made.put("name", "phone");
        assertThat(ana.browser().submit(ADD, made).statusCode())
                .as("a name that is none used nothing up")
                .isEqualTo(200);
        PasskeyBrowser in = proven(ana, language);
        in.browser().open(ADD);
        refused(in.browser().submit(ADD, Map.of("name", "phone")), 400, words);
        made.put("name", "again");
        refused(in.browser().submit(ADD, made), 400, words);
        PasskeyBrowser elsewhere = new PasskeyBrowser(in.browser(), SoftwareAuthenticator.at("https://evil.test"));
        refused(elsewhere.add("evil"), 400, words);
        refused(new PasskeyBrowser(in.browser(), ana.key().impostor()).add("same"), 400, words);
    }

    @ParameterizedTest
    @CsvSource({
        "en, You’ve reached the passkey limit",
        "es, No puedes tener más llaves de acceso",
        "pt, Você não pode ter mais chaves de acesso"
    })
    void the_twenty_first_is_refused_in_words(String language, String words) {
        PasskeyBrowser ana = member(language);
        ana.add("phone");
        PasskeyBrowser in = proven(ana, language);
        for (int i = 1; i < OwnPasskeys.MAX; i++) {
            assertThat(PasskeyBrowser.of(in.browser()).add("key " + i).statusCode())
                    .isEqualTo(303);
        }
        in.browser().open(ADD);
        HttpResponse<String> asked = in.browser().submit("/passkey/add", Map.of());
        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(unescaped(asked.body())).contains(words);
        refused(in.browser().submit(ADD, Map.of("name", "21", "credential", "{}")), 409, words);
    }

    @ParameterizedTest
    @CsvSource({
        "en, This is your only way to sign in",
        "es, Es la última forma de entrar en tu cuenta",
        "pt, É a última forma de entrar na sua conta"
    })
    void the_last_way_in_is_not_removed(String language, String words) {
        PasskeyBrowser ana = member(language);
        ana.add("phone");
        PasskeyBrowser in = proven(ana, language);
        disown();
        refused(in.browser().submit(REMOVE, Map.of("id", id(in.browser()))), 409, words);
        assertThat(in.browser().open("/account").body()).contains("<strong>phone</strong>");
    }

    @Test
    void an_account_without_a_proven_address_adds_none() {
        PasskeyBrowser ana = member("en");
        disown();
        ana.browser().open(ADD);
        HttpResponse<String> asked = ana.browser().submit("/passkey/add", Map.of());
        assertThat(asked.statusCode()).isEqualTo(403);
        assertThat(asked.body()).contains("Verify your email address or phone number first.", "\"go\":null");
    }

    @Test
    void the_account_is_deleted_after_a_proof_by_the_passkey_and_not_by_the_password_alone() {
        PasskeyBrowser ana = member("en");
        ana.add("phone");
        ana.browser().open("/account/delete");
        Map<String, String> sure = Map.of("password", PASSWORD, "sure", "on");
        assertThat(location(ana.browser().submit("/account/delete", sure)))
                .isEqualTo("/shop/account/prove?next=/shop/account/account/delete");
        assertThat(ana.browser().open("/prove").statusCode()).isEqualTo(200);
        assertThat(ana.browser().submit("/prove", ana.show("/passkey/prove")).statusCode())
                .isEqualTo(303);
        ana.browser().open("/account/delete");
        assertThat(location(ana.browser().submit("/account/delete", sure))).isEqualTo("/shop/account/");
        assertThat(ana.in(server.browser("en")).signIn().statusCode()).isEqualTo(401);
    }

    @Test
    void somebody_elses_passkey_is_not_there() {
        PasskeyBrowser ana = member("en");
        ana.add("phone");
        String id = id(ana.browser());
        server.kit.member("eve@example.com", PASSWORD);
        PagesBrowser eve = server.browser("en").signedIn("eve@example.com", PASSWORD);
        eve.open("/account");
        assertThat(eve.open("/account/passkey?id=" + id).statusCode()).isEqualTo(404);
        assertThat(eve.submit("/account/passkey", Map.of("id", id, "name", "mine"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(eve.submit(REMOVE, Map.of("id", id)).statusCode()).isEqualTo(404);
        assertThat(ana.browser().open("/account").body()).contains("<strong>phone</strong>");
        PagesBrowser nobody = server.browser("en");
        nobody.open("/sign-in");
        assertThat(location(nobody.submit(REMOVE, Map.of("id", id)))).contains("/sign-in?next=");
        assertThat(location(nobody.open(ADD))).contains("/sign-in?next=");
    }

    @ParameterizedTest
    @CsvSource({
        "en, Passkeys, on one device only, never used, Passkey added, Passkey deleted, You canceled",
        "es, Llaves de acceso, solo en un dispositivo, · sin usar, quedó añadida, se eliminó, cancelaste",
        "pt, Chaves de acesso, só em um dispositivo, nunca usada, foi adicionada, foi excluída, cancelou"
    })
    void one_is_added_renamed_used_and_removed(
            String language, String title, String device, String unused, String added, String removed, String cancel) {
        PasskeyBrowser ana = member(language);
        String page = ana.browser().open(ADD).body();
        assertThat(page).containsIgnoringCase("data-cancelled=\"").containsIgnoringCase(cancel);
        assertThat(page).contains("data-without-passkeys", "action=\"/shop/account/account/passkeys/add\" hidden");
        assertThat(ana.add("<b>phone</b>").body())
                .contains("action=\"/shop/account/second-factor/kept\"", "<li><code>");
        assertThat(ana.browser().open("/account").body())
                .contains(title, device, unused, added, "&lt;b&gt;phone&lt;/b&gt;")
                .doesNotContain("<b>phone</b>", ana.key().credentialId());
        String id = id(ana.browser());
        assertThat(ana.browser().open("/account/passkey?id=" + id).body()).contains("&lt;b&gt;phone");
        assertThat(ana.browser()
                        .submit("/account/passkey", Map.of("id", id, "name", ""))
                        .statusCode())
                .isEqualTo(400);
        ana.browser().submit("/account/passkey", Map.of("id", id, "name", "laptop"));
        PasskeyBrowser in = proven(ana, language);
        assertThat(in.browser().open("/account").body())
                .contains("<strong>laptop</strong>")
                .doesNotContain(unused);
        assertThat(location(in.browser().submit(REMOVE, Map.of("id", id)))).isEqualTo("/shop/account/account");
        assertThat(in.browser().open("/account").body()).contains(removed).doesNotContain("laptop");
        assertThat(ana.in(server.browser(language)).signIn().statusCode()).isEqualTo(401);
        assertThat(server.kit.deliver().emails().last(EMAIL).subject()).isNotEmpty();
    }

    /** Signs in with the passkey in a new browser, so that the session is one of both factors. */
    private PasskeyBrowser proven(PasskeyBrowser owner, String language) {
        PasskeyBrowser in = owner.in(server.browser(language));
        assertThat(in.signIn().statusCode()).isEqualTo(303);
        in.browser().open("/account");
        return in;
    }

    private static String id(PagesBrowser browser) {
        Matcher id = ID.matcher(browser.open("/account").body());
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    private void disown() {
        String key = IdentifierRules.standard().email(EMAIL).orElseThrow().key();
        store.<Boolean>alone(tx -> tx.users()
                .disown(
                        tx.users()
                                .byKey(IdentifierKind.EMAIL, key)
                                .orElseThrow()
                                .info()
                                .id(),
                        IdentifierKind.EMAIL,
                        key,
                        EMAIL));
    }

    private static String unescaped(String json) {
        return Pattern.compile("\\\\u([0-9a-f]{4})")
                .matcher(json)
                .replaceAll(found -> String.valueOf((char) Integer.parseInt(found.group(1), 16)));
    }

    private static void refused(HttpResponse<String> page, int status, String words) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(status);
        assertThat(page.body()).contains(words);
    }

    private PasskeyBrowser member(String language) {
        return PasskeyBrowser.of(server.browser(language).signedIn(EMAIL, PASSWORD));
    }
}
