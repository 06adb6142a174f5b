package dev.lockstile.benchmarks.servlet;

import dev.lockstile.benchmarks.internal.host.BenchClock;
import dev.lockstile.benchmarks.internal.host.BenchSettings;
import dev.lockstile.benchmarks.internal.host.Flow;
import dev.lockstile.benchmarks.internal.host.People;
import dev.lockstile.benchmarks.servlet.KeptConnection.Reply;
import java.util.function.BooleanSupplier;

/** A client of the library's servlet that goes through a flow again and again. For one thread. */
final class ServletClient {

    private final KeptConnection http;
    private final BenchClock clock;
    private final People people;
    private final Tokens[] tokens;
    private long next;

    /** Signs some people in. */
    ServletClient(KeptConnection http, BenchClock clock, People people, long first, int signedIn) {
        this.http = http;
        this.clock = clock;
        this.people = people;
        this.next = first;
        this.tokens = new Tokens[signedIn];
        for (int i = 0; i < signedIn; i++) {
            tokens[i] = signIn(people.email(first + i));
        }
    }

    BooleanSupplier through(Flow flow) {
        return switch (flow) {
            case CODE -> this::code;
            case LOGIN -> () -> signIn(people.email(next++)) != null;
            case REFRESH -> this::refresh;
            case ME -> this::me;
        };
    }

    private Tokens signIn(String email) {
        return Tokens.of(http.postJson(
                        "/auth/login/basic/",
                        "{\"login\":\"" + email + "\",\"password\":\"" + BenchSettings.PASSWORD
                                + "\",\"client\":\"web\"}")
                .expect(200));
    }

    private boolean code() {
        clock.forward(BenchSettings.COOLDOWN);
        String email = "{\"email\":\"" + people.email(next++) + "\",";
        String challenge = http.postJson("/auth/otp/request/", email + "\"channel\":\"email\"}")
                .expect(201)
                .member("challengeId");
        http.postJson(
                        "/auth/otp/verify/",
                        email + "\"challengeId\":\"" + challenge + "\",\"code\":\"" + BenchSettings.CODE
                                + "\",\"client\":\"web\"}")
                .expect(200);
        return true;
    }

    private boolean refresh() {
        int who = (int) (next++ % tokens.length);
        tokens[who] =
                Tokens.of(http.postJson("/auth/token/refresh/", "{\"refreshToken\":\"" + tokens[who].refresh() + "\"}")
                        .expect(200));
        return true;
    }

    private boolean me() {
        int who = (int) (next++ % tokens.length);
        return http.get("/auth/me/", tokens[who].access()).expect(200).body().contains("@acme.example");
    }

    /** What a sign-in or a refresh answers. */
    private record Tokens(String access, String refresh) {

        static Tokens of(Reply reply) {
            return new Tokens(reply.member("accessToken"), reply.member("refreshToken"));
        }
    }
}
