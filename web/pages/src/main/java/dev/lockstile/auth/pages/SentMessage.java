package dev.lockstile.auth.pages;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * A message with a link that was asked for in this browser: its page shows the address, and when another one may be
 * asked for. It tells nothing but what the person typed.
 *
 * @param cookie that keeps it
 */
record SentMessage(String cookie, Duration cooldown, Clock clock) {

    void keep(PageRequest request, String contact) {
        keep(request, contact, "");
    }

    /** @param kind a word that {@link #isKept(PageRequest, String)} asks for */
    void keep(PageRequest request, String contact, String kind) {
        new PendingCode(kind, contact, null, now()).keep(request.cookies(), cookie);
    }

    boolean isKept(PageRequest request) {
        return PendingCode.read(request.cookies(), cookie).isPresent();
    }

    boolean isKept(PageRequest request, String kind) {
        return PendingCode.read(request.cookies(), cookie)
                .filter(sent -> sent.kind().equals(kind))
                .isPresent();
    }

    void clear(PageRequest request) {
        request.cookies().clear(cookie);
    }

    /** For the template: the address, empty where none is kept, and the seconds until another message. */
    Map<String, Object> shown(PageRequest request) {
        Map<String, Object> model = new HashMap<>(Map.of("contact", "", "seconds", 0L));
        PendingCode.read(request.cookies(), cookie).ifPresent(sent -> {
            model.put("contact", sent.contact());
            model.put("seconds", sent.secondsLeft(cooldown, now()));
        });
        return model;
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
