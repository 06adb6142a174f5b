package dev.lockstile.auth.cli;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The members {@code uid} and {@code token} in the link of a message. */
final class SmokeLink {

    private SmokeLink() {}

    static Map<String, String> of(String link) throws SmokeStepException {
        Map<String, String> found = new LinkedHashMap<>();
        for (String pair : link.replaceFirst("^[^?#]*[?#]?", "").split("[&?#]")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2 && (parts[0].equals("uid") || parts[0].equals("token"))) {
                found.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        if (found.size() < 2) {
            throw new SmokeStepException("the link of the message holds no uid and token");
        }
        return found;
    }
}
