package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeSettings;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Attacks and defects 31 to 43 of the Python library, each tried against ours over HTTP. */
class LegacyFaults31To43Test extends AttackFixture {

    @Test
    void fault_31_the_role_told_is_the_role_held() {
        account(VICTIM);
        assertThat(login(VICTIM, PASSWORD).json().path("user").path("role"))
                .singleElement()
                .satisfies(role -> assertThat(role.asString()).isEqualTo("user"));
    }

    @Test
    void fault_32_me_shows_the_profile_that_was_switched_to() {
        account(VICTIM);
        TestClient victim = signedIn(VICTIM);
        long second = as(victim, "POST", "profiles/", "first_name", "Ana", "last_name_1", "Shop", "label", "shop")
                .json()
                .path("id")
                .asLong();
        assertThat(second).as("a second profile").isPositive();
        JsonNode switched = as(victim, "POST", "profile/switch/", "profile", second, "client", "web")
                .json();
        assertThat(bearer(switched.path("tokens"))
                        .get("/auth/me/?client=web")
                        .json()
                        .path("active_profile")
                        .path("id")
                        .asLong())
                .isEqualTo(second);
    }

    @Test
    void fault_33_one_mobile_session_means_one() {
        open(settings().withSessions(settings().sessions().withSingleMobileSession()));
        account(VICTIM);
        JsonNode older = mobileLogin(VICTIM).json().path("tokens");
        JsonNode newer = mobileLogin(VICTIM).json().path("tokens");
        assertThat(refresh(older).status()).isEqualTo(401);
        assertThat(refresh(newer).status()).isEqualTo(200);
        account("eve@example.com");
        assertThat(bearer(newer)
                        .get("/auth/me/?client=mobile&device_token=push-of-eve")
                        .status())
                .as("somebody else's device changes nothing")
                .isEqualTo(200);
    }

    @Test
    void fault_34_what_is_wrong_in_a_registration_is_told_per_field() {
        TestClient.Reply form = register(VICTIM, "birthday", "31/12/1990", "password_confirm", "other");
        assertThat(form.status()).isEqualTo(400);
        assertThat(form.fields()).contains("birthday", "password_confirm");
        TestClient.Reply content = register("no address", "username", "has space");
        assertThat(content.status()).isEqualTo(400);
        assertThat(content.fields()).contains("email", "username");
        assertThat(form.text() + content.text()).doesNotContain("Exception").doesNotContain("Error(");
    }

    @Test
    void fault_35_the_last_default_profile_stays() {
        account(VICTIM);
        TestClient victim = signedIn(VICTIM);
        long only = victim.get("/auth/me/?client=web")
                .json()
                .path("active_profile")
                .path("id")
                .asLong();
        TestClient.Reply refused = as(victim, "DELETE", "profiles/" + only + "/");
        assertThat(refused.status()).isBetween(400, 409).isNotEqualTo(404);
        assertThat(login(VICTIM, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void fault_36_a_code_of_another_length_fits_everywhere() {
        CodeSettings longer =
                new CodeSettings(10, 8, Duration.ofMinutes(5), Duration.ofMinutes(5), 5, Duration.ofSeconds(60), 5);
        open(settings().withCodes(longer));
        account(VICTIM);
        codeByMail(VICTIM);
        assertThat(mailbox.code()).hasSize(8);
        assertThat(enter("email", VICTIM, mailbox.code()).status()).isEqualTo(200);
        codeByText(EVES_PHONE);
        assertThat(texts.lastCode(EVES_PHONE)).hasSize(10);
        assertThat(enter("phone", EVES_PHONE, texts.lastCode(EVES_PHONE)).status())
                .isEqualTo(200);
    }

    @Test
    void fault_37_one_device_is_one_row_and_changes_its_owner() {
        account(VICTIM);
        account("eve@example.com");
        for (int n = 0; n < 3; n++) {
            mobileLogin(VICTIM);
        }
        assertThat(devices()).hasSize(1);
        mobileLogin("eve@example.com");
        assertThat(devices()).filteredOn(row -> row.contains("push-1")).hasSize(1);
    }

    private List<String> devices() {
        return store.dump().lines().filter(row -> row.startsWith("device")).toList();
    }

    private TestClient.Reply mobileLogin(String email) {
        TestClient.Reply reply = post(
                "login/basic/",
                "login",
                email,
                "password",
                PASSWORD,
                "client",
                "mobile",
                "device",
                Map.of("platform", "ios", "name", "phone", "notification_token", "push-1"));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply;
    }

    @Test
    void fault_38_any_service_may_be_the_first_class_that_is_loaded() throws IOException, ClassNotFoundException {
        for (Class<?> first : List.of(CodeLogin.class, PasswordLogin.class, AuthSettings.class, AuthServlet.class)) {
            URL[] path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(LegacyFaults31To43Test::url)
                    .toArray(URL[]::new);
            try (URLClassLoader fresh = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
                assertThat(Class.forName(first.getName(), true, fresh)).isNotSameAs(first);
            }
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void fault_39_the_open_endpoints_are_open() {
        assertThat(codeByMail("nobody@example.com").status()).isEqualTo(201);
        assertThat(codeByText(EVES_PHONE).status()).isEqualTo(201);
        assertThat(enter("phone", EVES_PHONE, texts.lastCode(EVES_PHONE)).status())
                .isEqualTo(200);
    }

    @Test
    void fault_40_a_second_identifier_in_a_request_for_a_code_makes_no_second_user() {
        codeByText(VICTIMS_PHONE);
        enter("phone", VICTIMS_PHONE, texts.lastCode(VICTIMS_PHONE));
        clock.advance(Duration.ofMinutes(10));
        TestClient.Reply both =
                post("otp/request/", "email", "new@example.com", "phone", VICTIMS_PHONE, "channel", "sms");
        assertThat(both.status()).isEqualTo(400);
        assertThat(store.dump()).doesNotContain("new@example.com");
    }

    @Test
    void fault_41_settings_changed_at_once_are_all_kept() {
        account(VICTIM);
        TestClient victim = signedIn(VICTIM);
        List<Object[]> changes =
                List.of(new Object[] {"language", "pt"}, new Object[] {"timezone", "America/Mexico_City"});
        ParallelRun.winners(
                2, n -> as(victim, "PATCH", "account/update/", changes.get(n)).status() == 200);
        JsonNode me = as(victim, "GET", "me/?client=mobile").json();
        assertThat(me.path("language").asString()).isEqualTo("pt");
        assertThat(me.path("timezone").asString()).isEqualTo("America/Mexico_City");
    }

    @Test
    void fault_42_what_a_person_typed_is_text_in_a_mail_and_the_language_is_theirs() {
        String bait = "<a href='https://evil.example'>Click</a>";
        register(VICTIM, "first_name", bait);
        assertThat(mailbox.latest().html()).doesNotContain("<a href='https://evil.example'>");

        TestClient portuguese = client.with("Accept-Language", "pt-BR,pt;q=0.9");
        as(
                portuguese,
                "POST",
                "register/",
                "email",
                "ana@example.com",
                "password",
                PASSWORD,
                "password_confirm",
                PASSWORD,
                "first_name",
                "Ana",
                "last_name_1",
                "Ruiz",
                "terms_and_conditions_accepted",
                true);
        String inPortuguese = mailbox.latest().subject();
        register("bea@example.com");
        assertThat(mailbox.latest().subject()).isNotEqualTo(inPortuguese);
    }

    @Test
    void fault_43_a_picture_is_kept_without_what_a_camera_wrote_into_it() throws IOException {
        account(VICTIM);
        TestClient victim = signedIn(VICTIM);
        byte[] upload = photoTakenAt("GPS 19.4326,-99.1332");
        assertThat(as(
                                victim,
                                "PATCH",
                                "profile/picture/",
                                "picture",
                                Base64.getEncoder().encodeToString(upload))
                        .status())
                .isEqualTo(200);
        assertThat(pictures)
                .singleElement()
                .satisfies(kept -> assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                        .doesNotContain("GPS")
                        .doesNotContain("Exif"));
    }

    /** A small JPEG with an application segment as cameras write one. */
    private static byte[] photoTakenAt(String place) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpeg", plain);
        byte[] note = ("Exif\0\0" + place).getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        photo.write(plain.toByteArray(), 0, 2);
        photo.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (note.length + 2)});
        photo.writeBytes(note);
        photo.write(plain.toByteArray(), 2, plain.size() - 2);
        return photo.toByteArray();
    }
}
