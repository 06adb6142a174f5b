package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.secret.Secret;
import org.jspecify.annotations.Nullable;

/** One operation, one event. */
abstract class EventCase extends FlowContract {

    static final String ANA = "ana@acme.example";
    static final Secret NEXT = Secret.of("copper-lantern-2208");
    static final LinkProof NO_LINK = new LinkProof("bm9ib2R5", Secret.of("not-a-token"));

    /** What the operation told, which is just one thing, without a secret or an address. */
    final AuthEvent expect(String name, boolean succeeded, Runnable operation) {
        fixture.events.clear();
        operation.run();
        assertThat(fixture.events).as(name).hasSize(1);
        AuthEvent told = fixture.events.get(0);
        assertThat(told.name()).isEqualTo(name);
        assertThat(told.succeeded()).as(told.toString()).isEqualTo(succeeded);
        assertThat(lineOf(told)).doesNotContain(ANA, FlowFixture.PASSWORD, NEXT.reveal());
        return told;
    }

    private static String lineOf(@Nullable AuthEvent event) {
        return String.valueOf(event);
    }
}
