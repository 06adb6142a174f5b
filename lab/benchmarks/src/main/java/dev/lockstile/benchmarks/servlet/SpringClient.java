package dev.lockstile.benchmarks.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockstile.benchmarks.internal.host.BenchSettings;
import dev.lockstile.benchmarks.internal.host.Flow;
import dev.lockstile.benchmarks.internal.host.People;
import java.net.URLEncoder;
import java.util.function.BooleanSupplier;

/** A client of the host written with Spring Security. For one thread. */
final class SpringClient {

    private final KeptConnection http;
    private final SpringHost host;
    private final People people;
    private final String[] access;
    private long next;

    /** Has some access tokens. */
    SpringClient(KeptConnection http, SpringHost host, People people, long first, int signedIn) {
        this.http = http;
        this.host = host;
        this.people = people;
        this.next = first;
        this.access = new String[signedIn];
        for (int i = 0; i < signedIn; i++) {
            access[i] = host.accessToken(people.email(first + i));
        }
    }

    /** The flow, once for each call. */
    BooleanSupplier through(Flow flow) {
        return switch (flow) {
            case CODE -> this::code;
            case LOGIN -> this::login;
            case ME -> this::me;
            case REFRESH -> throw new IllegalArgumentException("not a flow of this host");
        };
    }

    private boolean login() {
        http.postForm("/login", username() + "&password=" + BenchSettings.PASSWORD)
                .expect(204);
        return true;
    }

    private boolean code() {
        String email = people.email(next);
        http.postForm("/ott/generate", username()).expect(204);
        http.postForm("/login/ott", "token=" + host.received(email)).expect(204);
        return true;
    }

    private boolean me() {
        int who = (int) (next++ % access.length);
        return http.get("/api/me", access[who]).expect(200).body().contains("@acme.example");
    }

    private String username() {
        return "username=" + URLEncoder.encode(people.email(next++), UTF_8);
    }
}
