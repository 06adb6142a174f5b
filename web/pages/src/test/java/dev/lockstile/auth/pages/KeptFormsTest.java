package dev.lockstile.auth.pages;

import static dev.lockstile.auth.pages.PagesServer.MOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person typed into a form stands in it again after the sign-in that an ended session asks for. */
final class KeptFormsTest extends KeptFormsFixture {

    @Test
    void a_form_whose_session_and_token_are_over_is_kept_and_sent_by_the_person_alone() {
        PagesBrowser ana = signedIn(ANA);
        ana.open(PROFILE);
        endLongAgo(ANA);
        HttpResponse<String> form = signInAgain(ana, ana.submit(PROFILE, TYPED), ANA);
        showsWhatWasTyped(form);
        assertThat(ana.open("/account").body()).as("nothing was saved").doesNotContain("Anastas");
        ana.open(PROFILE);
        assertThat(location(ana.submit(PROFILE, TYPED))).isEqualTo(MOUNT + "/account");
        assertThat(ana.open("/account").body()).contains("Anastasía");
        showsNothing(ana.open(PROFILE));
    }

    @Test
    void a_form_whose_session_was_ended_elsewhere_is_kept() {
        PagesBrowser ana = signedIn(ANA);
        ana.open(PROFILE);
        end(ANA);
        showsWhatWasTyped(signInAgain(ana, ana.submit(PROFILE, TYPED), ANA));
    }

    @Test
    void a_form_is_kept_where_another_tab_took_the_cookies_of_the_session_away() {
        PagesBrowser ana = signedIn(ANA);
        ana.open(PROFILE);
        String token = ana.formToken();
        endLongAgo(ANA);
        ana.open("/account");
        showsWhatWasTyped(signInAgain(ana, ana.submit(PROFILE, typed("csrf", token)), ANA));
    }

    @Test
    void a_form_of_before_another_sign_in_of_the_same_person_stands_there_again() {
        PagesBrowser ana = signedIn(ANA);
        ana.open(PROFILE);
        String token = ana.formToken();
        ana.open("/account");
        ana.submit("/sign-out", Map.of());
        ana.signedIn(ANA, PASSWORD);
        HttpResponse<String> kept = ana.submit(PROFILE, typed("csrf", token));
        assertThat(location(kept)).isEqualTo(MOUNT + PROFILE);
        showsWhatWasTyped(ana.open(PROFILE));
    }

    @Test
    void a_reload_a_look_and_another_language_lose_nothing() {
        PagesBrowser ana = signedIn(ANA);
        ana.open(PROFILE);
        end(ANA);
        signInAgain(ana, ana.submit(PROFILE, TYPED), ANA);
        ana.head(PROFILE);
        showsWhatWasTyped(ana.open(PROFILE));
        ana.open(PROFILE + "?lang=pt");
        assertThat(ana.open(PROFILE).body()).contains("value=\"Anastasía\"", "<html lang=\"pt\">");
    }

    @Test
    void the_way_by_a_code_leads_to_the_form_too() {
        PagesBrowser ana = signedIn(ANA);
        ana.open(PROFILE);
        end(ANA);
        ana.submit(PROFILE, TYPED);
        String next = MOUNT + PROFILE;
        ana.open("/code?next=" + next);
        ana.submit("/code", Map.of("contact", ANA, "next", next));
        ana.open("/code/verify");
        String code = server.kit.deliver().emails().lastCode(ANA);
        HttpResponse<String> in = ana.submit("/code/verify", Map.of("code", code, "next", next));
        showsWhatWasTyped(ana.openOnSite(location(in)));
    }

    @Test
    void an_address_and_a_reason_are_kept_at_their_own_form() {
        PagesBrowser ana = signedIn(ANA);
        ana.open("/account/change");
        end(ANA);
        HttpResponse<String> change =
                signInAgain(ana, ana.submit("/account/change", Map.of("contact", "new@example.com")), ANA);
        assertThat(change.body()).contains("value=\"new@example.com\"");
        PagesBrowser root = signedIn(ROOT);
        String id = server.kit.signIn(ANA, PASSWORD).user().id().toString();
        root.open("/admin/user/disable?id=" + id);
        end(ROOT);
        HttpResponse<String> led = root.submit("/admin/user/disable", Map.of("id", id, "reason", "ticket 4711"));
        HttpResponse<String> asked = signInAgain(root, led, ROOT);
        assertThat(asked.body()).contains("value=\"ticket 4711\"", "name=\"id\" value=\"" + id + "\"");
        server.kit.signIn(ANA, PASSWORD);
        assertThat(root.open("/admin/user/enable?id=" + id).body())
                .as("the form of another act")
                .doesNotContain("4711");
    }

    @Test
    void what_an_old_proof_holds_up_is_kept_through_the_new_one() {
        PagesBrowser root = signedIn(ROOT);
        String id = server.kit.signIn(ANA, PASSWORD).user().id().toString();
        root.open("/admin/user/disable?id=" + id);
        server.kit.clock().advance(Duration.ofMinutes(11));
        root.open("/account");
        HttpResponse<String> led = root.submit("/admin/user/disable", Map.of("id", id, "reason", "ticket 4711"));
        assertThat(location(led)).startsWith(MOUNT + "/prove?next=");
        root.openOnSite(location(led));
        String back = MOUNT + "/admin/user/disable?id=" + id;
        root.submit("/prove", Map.of("password", PASSWORD, "next", back));
        assertThat(root.openOnSite(back).body()).contains("value=\"ticket 4711\"");
    }

    @Test
    void the_longest_names_of_any_script_fit() {
        PagesBrowser ana = signedIn(ANA);
        ana.open(PROFILE);
        end(ANA);
        String longest = "\u8056".repeat(100);
        Map<String, String> names = new HashMap<>(TYPED);
        names.putAll(Map.of("first_name", longest, "last_name_1", longest, "last_name_2", longest));
        names.put("label", "\u8056".repeat(80));
        HttpResponse<String> form = signInAgain(ana, ana.submit(PROFILE, names), ANA);
        assertThat(form.body()).contains("id=\"first_name\"", "value=\"" + longest + "\"");
    }

    @Test
    void a_sign_out_of_a_session_that_is_over_is_no_error() {
        PagesBrowser ana = signedIn(ANA);
        ana.open("/account");
        endLongAgo(ANA);
        HttpResponse<String> out = ana.submit("/sign-out", Map.of());
        assertThat(location(out)).isEqualTo(MOUNT + "/");
        assertThat(ana.open("/").body()).contains("/sign-in\"");
    }

    private static Map<String, String> typed(String name, String value) {
        Map<String, String> all = new HashMap<>(TYPED);
        all.put(name, value);
        return all;
    }
}
