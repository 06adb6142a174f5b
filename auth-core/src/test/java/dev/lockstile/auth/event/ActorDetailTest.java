package dev.lockstile.auth.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The detail of an act of the administration, in a column of 255 characters. */
class ActorDetailTest {

    private static final String REASON = "ticket 4711";

    @Test
    void a_long_edit_ends_with_user_session_and_reason() {
        String detail = detail("x".repeat(240));
        assertThat(detail).hasSize(255).startsWith("edited (xxx").endsWith("..., by user 7, session s7: " + REASON);
    }

    @Test
    void an_edit_that_fits_is_told_whole() {
        assertThat(detail("firstName")).isEqualTo("edited (firstName), by user 7, session s7: " + REASON);
        String most = "x".repeat(255 - detail("").length());
        assertThat(detail(most)).hasSize(255).contains("(" + most + ")");
        assertThat(detail(most + "x")).hasSize(255).contains("xx..., by user 7");
    }

    @Test
    void the_longest_actor_leaves_room_for_what_was_done() {
        Actor actor = new Actor(
                new UserId(new UUID(-1, -1)), new SessionId("s".repeat(64)), "r".repeat(AuditReference.MAX_LENGTH));
        String detail = new AuthEvent.AccountStatusChanged(
                        Instant.EPOCH, actor.user(), "edited", actor, "x".repeat(240))
                .detail();
        assertThat(detail)
                .hasSize(255)
                .startsWith("edited (xxx")
                .endsWith("...," + " by user " + actor.user() + ", session " + actor.session() + ": "
                        + actor.reference());
    }

    @Test
    void no_character_is_cut_in_half() {
        assertThat(detail("\uD83D\uDE00".repeat(120))).doesNotContain("\uD83D...");
        assertThat(detail("x" + "\uD83D\uDE00".repeat(120))).doesNotContain("\uD83D...");
    }

    private static String detail(String values) {
        Actor actor = new Actor(new UserId(7L), new SessionId("s7"), REASON);
        String detail =
                new AuthEvent.AccountStatusChanged(Instant.EPOCH, new UserId(2L), "edited", actor, values).detail();
        return detail == null ? "" : detail;
    }
}
