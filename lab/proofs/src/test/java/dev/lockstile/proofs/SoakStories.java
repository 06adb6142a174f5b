package dev.lockstile.proofs;

import dev.lockstile.auth.testkit.TotpGenerator;
import java.time.Clock;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What people do in the soak. Names come round again, so that whatever is kept by name does not grow. */
final class SoakStories {

    static final String OTHER_PASSWORD = "fern-quarry-9052";

    private static final int MEMBERS = 100;
    private static final int NAMES = 200;
    private static final int STEP_MILLIS = 30_000;

    private final SoakClient http;
    private final SoakNodes nodes;
    private final int applications;
    private final BlockingQueue<Person> members = new LinkedBlockingQueue<>();
    private final BlockingQueue<Person> withApplication = new LinkedBlockingQueue<>();
    private final BlockingQueue<Person> strangers = new LinkedBlockingQueue<>();
    private final AtomicInteger registered = new AtomicInteger();

    /** @param rate stories a second: each application is asked for a code once a minute */
    SoakStories(SoakClient http, SoakNodes nodes, double rate) {
        this.http = http;
        this.nodes = nodes;
        this.applications = (int) Math.ceil(4 * rate);
        for (int i = 0; i < NAMES; i++) {
            strangers.add(new Person("guest-" + i));
        }
    }

    /** How many accounts were opened. */
    int registered() {
        return registered.get();
    }

    /** How many people there are to begin with. */
    int population() {
        return MEMBERS + applications;
    }

    /** Opens the account of the n-th of them. */
    void settle(int n) {
        Person person = new Person("ana-" + n);
        arrive(person);
        if (n < applications) {
            enrol(person);
            withApplication.add(person);
        } else {
            members.add(person);
        }
    }

    /** The n-th story: of sixteen, ten are of passwords and codes, and six of the rest. */
    void live(int n) {
        switch (n % 16) {
            case 1 -> with(withApplication, this::signInByApplication);
            case 3, 11 -> with(members, this::resetPassword);
            case 5 -> with(strangers, this::comeAndGo);
            case 7, 15 -> with(strangers, this::neverConfirm);
            default -> with(members, this::signInAndOut);
        }
    }

    private static void with(BlockingQueue<Person> people, Consumer<Person> story) {
        Person person = people.poll();
        if (person == null) {
            throw new AssertionError("all people are busy: the load is too much");
        }
        try {
            story.accept(person);
        } finally {
            people.add(person);
        }
    }

    private void arrive(Person person) {
        register(person);
        String proof = link(nodes.letter(person.email, MessageInbox.Letter::hasLink)) + ",\"password\":\""
                + person.password + "\"}";
        http.post("confirm", "registration/account-confirmation-email/", proof, 200);
    }

    private void register(Person person) {
        nodes.forget(person.email);
        String body = "{\"email\":\"" + person.email + "\",\"username\":\"" + person.name + "\",\"password\":\""
                + person.password + "\",\"password_confirm\":\"" + person.password
                + "\",\"first_name\":\"Ana\",\"last_name_1\":\"Ruiz\",\"terms_and_conditions_accepted\":true}";
        registered.incrementAndGet();
        http.post("register", "register/", body, 201);
    }

    private void signInAndOut(Person person) {
        http.post("wrong password", "login/basic/", login(person, "wrong-word-2217"), 401);
        CrowdHttp.Reply in = http.post("login", "login/basic/", login(person, person.password), 200);
        CrowdHttp.Reply next =
                http.post("refresh", "token/refresh/", "{\"refresh\":\"" + in.field("refreshToken") + "\"}", 200);
        http.get("me", "me/?client=web", next.field("access"));
        nodes.forget(person.email);
        http.post("code request", "otp/request/", "{\"email\":\"" + person.email + "\",\"channel\":\"email\"}", 201);
        String code = nodes.letter(person.email, letter -> letter.hasSecret() && !letter.hasLink())
                .code();
        CrowdHttp.Reply again = http.post(
                "code verify",
                "otp/verify/",
                "{\"email\":\"" + person.email + "\",\"code\":\"" + code + "\",\"client\":\"web\"}",
                200);
        leave(again.field("accessToken"));
        leave(next.field("access"));
    }

    /** The session is over at once, on both nodes. */
    private void leave(String access) {
        http.send("log-out", "POST logout/", access, "{}", 204);
        http.send("me, ended", "GET me/?client=web", access, "", 401);
    }

    private void resetPassword(Person person) {
        nodes.forget(person.email);
        http.post("reset request", "password-reset/request/", "{\"email\":\"" + person.email + "\"}", 200);
        String link = link(nodes.letter(person.email, MessageInbox.Letter::hasLink));
        person.changePassword();
        http.post(
                "reset",
                "password-reset/confirm/",
                link + ",\"new_password\":\"" + person.password + "\",\"new_password_confirm\":\"" + person.password
                        + "\"}",
                200);
        leave(http.post("login", "login/basic/", login(person, person.password), 200)
                .field("accessToken"));
    }

    private void comeAndGo(Person person) {
        arrive(person);
        String access = http.post("login", "login/basic/", login(person, person.password), 200)
                .field("accessToken");
        http.send(
                "delete",
                "DELETE account/delete/",
                access,
                "{\"confirmation\":true,\"password\":\"" + person.password + "\"}",
                200);
    }

    private void neverConfirm(Person person) {
        register(person);
        nodes.letter(person.email, MessageInbox.Letter::hasLink);
    }

    private void enrol(Person person) {
        String access = http.post("login", "login/basic/", login(person, person.password), 200)
                .field("accessToken");
        CrowdHttp.Reply begun = http.send("totp", "POST totp/", access, "{}", 201);
        TotpGenerator app = TotpGenerator.of(begun.field("secret"), Clock.systemUTC());
        String first = "{\"enrolment_id\":\"" + begun.field("enrolment_id") + "\",\"code\":\"" + app.code() + "\"}";
        person.shown = step();
        http.send("totp", "POST totp/confirm/", access, first, 200);
        person.app = app;
    }

    /** A code of an application is good once. Where the present one was shown already, the next one is good too. */
    private void signInByApplication(Person person) {
        TotpGenerator app = person.app;
        int ahead = person.shown >= step() ? 1 : 0;
        if (app == null || person.shown > step()) {
            throw new AssertionError("the load is too much for " + applications + " applications");
        }
        CrowdHttp.Reply held = http.post("login, held", "login/basic/", login(person, person.password), 403);
        String proof = "{\"challenge_id\":\"" + held.field("challenge_id") + "\",\"client\":\"web\",\"code\":\""
                + app.code(ahead) + "\"}";
        person.shown = step() + ahead;
        leave(http.post("second factor", "login/second-factor/", proof, 200).field("accessToken"));
    }

    private static long step() {
        return System.currentTimeMillis() / STEP_MILLIS;
    }

    private static String login(Person person, String password) {
        return "{\"login\":\"" + person.email + "\",\"password\":\"" + password + "\",\"client\":\"web\"}";
    }

    private static String link(MessageInbox.Letter letter) {
        return "{\"uid\":\"" + letter.uid() + "\",\"token\":\"" + letter.token() + "\"";
    }

    /** In the hands of one story at a time. */
    private static final class Person {

        private final String name;
        private final String email;
        private String password = ProofFixture.PASSWORD;
        private @Nullable TotpGenerator app;
        private long shown;

        Person(String name) {
            this.name = name;
            this.email = name + "@acme.example";
        }

        void changePassword() {
            password = password.equals(OTHER_PASSWORD) ? ProofFixture.PASSWORD : OTHER_PASSWORD;
        }
    }
}
