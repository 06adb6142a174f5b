package dev.lockstile.proofs;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/** A user who lives through every endpoint, mistakes included. */
final class CrowdMember {

    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final String OTHER_PASSWORD = "fern-quarry-9052";
    private static final String DEVICE =
            "\"client\":\"mobile\",\"device\":{\"platform\":\"ios\",\"name\":\"p\",\"notification_token\":\"%s\"}";
    private static final String PICTURE = picture();

    private final CrowdHttp http;
    private final String name = "ana-" + PEOPLE.incrementAndGet();
    private String email = name + "@acme.example";
    private String access = "";
    private String refresh = "";

    CrowdMember(CrowdHttp http) {
        this.http = http;
    }

    void live() {
        arrive();
        signIn();
        watchSessions();
        haveProfiles();
        move();
        changePassword();
        tryWhatIsNotAllowed();
        leave();
    }

    private void arrive() {
        String body =
                "{\"email\":\"" + email + "\",\"username\":\"" + name + "\",\"password\":\"" + ProofFixture.PASSWORD
                        + "\",\"password_confirm\":\"" + ProofFixture.PASSWORD
                        + "\",\"first_name\":\"Ana\",\"last_name_1\":\"Ruiz\",\"terms_and_conditions_accepted\":true}";
        http.post("register/", "", body).expect(201);
        String proof = link(http.letter(email)) + ",\"password\":\"" + ProofFixture.PASSWORD + "\"}";
        http.post("registration/account-confirmation-email/", "", proof).expect(200);
        http.post("registration/account-confirmation-email/", "", proof).expect(400);
        http.post("registration/account-confirmation-email/resend/", "", "{\"email\":\"" + email + "\"}")
                .expect(200);
    }

    private void signIn() {
        enter(ProofFixture.PASSWORD, String.format(DEVICE, "push-" + name));
        http.post("login/basic/", "", login("wrong-word-2217", "\"client\":\"web\""))
                .expect(401);
        http.post("otp/request/", "", "{\"email\":\"" + email + "\",\"channel\":\"email\"}")
                .expect(201);
        String code = http.letter(email).code();
        take(http.post("otp/verify/", "", "{\"email\":\"" + email + "\",\"code\":\"" + code + "\",\"client\":\"web\"}")
                .expect(200));
        CrowdHttp.Reply next = http.post("token/refresh/", "", "{\"refresh\":\"" + refresh + "\"}")
                .expect(200);
        access = next.field("access");
        refresh = next.field("refresh");
    }

    private void enter(String password, String client) {
        take(http.post("login/basic/", "", login(password, client)).expect(200));
    }

    private void take(CrowdHttp.Reply in) {
        access = in.field("accessToken");
        refresh = in.field("refreshToken");
    }

    private String login(String password, String client) {
        return "{\"login\":\"" + email + "\",\"password\":\"" + password + "\"," + client + "}";
    }

    private void watchSessions() {
        http.get("sessions/", access).expect(200);
        http.send("DELETE", "sessions/nobodys/", access, "").expect(404);
        http.post("logout/others/", access, "{}").expect(204);
        http.post("step-up/", access, "{\"password\":\"" + ProofFixture.PASSWORD + "\"}")
                .expect(200);
        http.get("me/?client=web", access).expect(200);
        http.get(".well-known/jwks.json", "").expect(200);
    }

    private void haveProfiles() {
        String id = http.post("profiles/", access, "{\"first_name\":\"Ana\",\"label\":\"Work\"}")
                .expect(201)
                .number("id");
        http.get("profiles/", access).expect(200);
        http.get("profiles/" + id + "/", access).expect(200);
        http.send("PATCH", "profiles/" + id + "/", access, "{\"last_name_1\":\"Ruiz\"}")
                .expect(200);
        http.send("PATCH", "profile/picture/", access, "{\"profile\":" + id + ",\"picture\":\"" + PICTURE + "\"}")
                .expect(200);
        CrowdHttp.Reply switched = http.post(
                        "profile/switch/",
                        access,
                        "{\"profile\":" + id + ",\"client\":\"web\",\"refresh\":\"" + refresh + "\"}")
                .expect(200);
        take(switched);
        enter(ProofFixture.PASSWORD, "\"client\":\"web\"");
        http.send("DELETE", "profiles/" + id + "/", access, "").expect(204);
        http.get("profiles/987654321/", access).expect(404);
    }

    private void move() {
        enter(ProofFixture.PASSWORD, "\"client\":\"web\"");
        http.send("PATCH", "account/update/", access, "{\"language\":\"es\"}").expect(200);
        String next = "moved-" + email;
        CrowdHttp.Reply pending = http.send("PUT", "account/update/", access, "{\"email\":\"" + next + "\"}")
                .expect(200);
        String proof = "{\"challenge_id\":\"" + pending.field("challenge_id") + "\",\"code\":\""
                + http.letter(next).code() + "\"}";
        http.post("account/confirm-change/", access, proof).expect(200);
        email = next;
    }

    private void changePassword() {
        String pair = "\"new_password\":\"%1$s\",\"new_password_confirm\":\"%1$s\"}";
        http.post(
                        "password-reset/change/",
                        access,
                        "{\"old_password\":\"" + ProofFixture.PASSWORD + "\"," + String.format(pair, OTHER_PASSWORD))
                .expect(200);
        http.post("password-reset/request/", "", "{\"email\":\"" + email + "\"}")
                .expect(200);
        MessageInbox.Letter letter = http.letterWithLink(email);
        http.post("password-reset/confirm/", "", link(letter) + "," + String.format(pair, ProofFixture.PASSWORD))
                .expect(200);
        enter(ProofFixture.PASSWORD, "\"client\":\"web\"");
    }

    private void tryWhatIsNotAllowed() {
        String admin = "{\"email\":\"x@acme.example\",\"password\":\"" + ProofFixture.PASSWORD + "\"}";
        http.post("admin/create-superuser/", access, admin).expect(403);
        http.post("admin/create-staff/", "", admin).expect(401);
        http.post("login/social/", "", "{}").expect(404);
        http.post("login/basic/", "", "{\"login\":").expect(400);
        http.post("nothing/here/", access, "{}").expect(404);
        http.send("PUT", "login/basic/", "", "{}").expect(405);
        http.get("me/?client=web", "x.y.z").expect(401);
    }

    private void leave() {
        http.post("step-up/request/", access, "{\"channel\":\"email\"}");
        http.post("logout/", access, "{}").expect(204);
        enter(ProofFixture.PASSWORD, "\"client\":\"web\"");
        http.post("logout/all/", access, "{}").expect(204);
        enter(ProofFixture.PASSWORD, "\"client\":\"web\"");
        http.send(
                        "DELETE",
                        "account/delete/",
                        access,
                        "{\"confirmation\":true,\"password\":\"" + ProofFixture.PASSWORD + "\"}")
                .expect(200);
    }

    private static String link(MessageInbox.Letter letter) {
        return "{\"uid\":\"" + letter.uid() + "\",\"token\":\"" + letter.token() + "\"";
    }

    private static String picture() {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", png);
            return Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
