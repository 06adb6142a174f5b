package dev.lockstile.auth.pages;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page after a registration: the address, the code beside the link, and another message. */
record RegistrationSent(SentMessage sent) {

    static final String COOKIE = "register-sent";
    static final String TEMPLATE = "register-sent";
    static final String CHALLENGE = "challenge";

    private static final String HERE = "here";
    private static final String CONFIRMATION = "confirmation";
    private static final Duration LIFE = Duration.ofHours(24);

    /** Keeps the address and the challenge of the newest message; that of a taken address looks like any other. */
    void keep(PageRequest request, @Nullable String challenge, String email) {
        keep(request, challenge, email, request.cookies().get(RegisterPages.COOKIE) != null);
    }

    /** @param here whether the registration was sent by this browser */
    void keep(PageRequest request, @Nullable String challenge, String email, boolean here) {
        sent.keep(request, email, here ? HERE : "");
        if (challenge != null) {
            request.cookies().set(CONFIRMATION, challenge, LIFE);
        }
    }

    static void clearCode(PageRequest request) {
        request.cookies().clear(CONFIRMATION);
    }

    /** Goes on once the address was proven in this browser, as by the link in another window. */
    Reply page(PageRequest request) {
        boolean proven = sent.isKept(request, HERE) && request.cookies().get(RegisterPages.COOKIE) == null;
        if (proven) {
            sent.clear(request);
        }
        return SignedInRedirect.fromWaiting(request)
                .orElseGet(() -> proven ? request.onToSignIn() : Reply.page(TEMPLATE, shown(request)));
    }

    Map<String, Object> shown(PageRequest request) {
        String kept = request.cookies().get(CONFIRMATION);
        String typed = request.param(CHALLENGE);
        Map<String, Object> model = new HashMap<>(sent.shown(request));
        model.put(CHALLENGE, !typed.isEmpty() ? typed : kept == null ? "" : kept);
        model.put("registeredHere", request.cookies().get(RegisterPages.COOKIE) != null);
        return model;
    }
}
