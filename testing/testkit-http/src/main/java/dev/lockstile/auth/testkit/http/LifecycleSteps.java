package dev.lockstile.auth.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls endpoints one after the other, and notes what the tables hold after each. */
final class LifecycleSteps {

    private final EntityRows rows;
    private final PlantedFields planting;
    private final List<Step> steps = new ArrayList<>();

    LifecycleSteps(EntityRows rows, PlantedFields planting) {
        this.rows = rows;
        this.planting = planting;
    }

    /** What an endpoint answered, and what was in the tables afterwards. */
    record Step(String operation, int status, Map<String, List<String>> columns) {}

    List<Step> all() {
        return List.copyOf(steps);
    }

    /** Calls the endpoint, which answers with success; 404 where its feature is off. */
    AuthReply step(String operation, AuthClient client, @Nullable Map<String, Object> body) {
        return at(operation, client, operation.split(" /", 2)[1], body);
    }

    /** The same where the path names a row. */
    AuthReply at(String operation, AuthClient client, String path, @Nullable Map<String, Object> body) {
        AuthReply reply = attempt(operation, client, path, body);
        if (planting.isOff(operation)) {
            assertThat(reply.status()).as("%s: %s", operation, reply).isEqualTo(404);
        } else {
            assertThat(reply.status()).as("%s: %s", operation, reply).isBetween(200, 299);
        }
        return reply;
    }

    /** Calls the endpoint, whatever it answers. */
    AuthReply attempt(String operation, AuthClient client, String path, @Nullable Map<String, Object> body) {
        Map<String, Object> sent = body == null ? null : planting.in(operation, body);
        AuthReply reply = client.send(operation.split(" ", 2)[0], path, sent);
        steps.add(new Step(operation, reply.status(), rows.read()));
        return reply;
    }
}
