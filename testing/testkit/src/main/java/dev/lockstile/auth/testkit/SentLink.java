package dev.lockstile.auth.testkit;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A link out of a message that was sent, with the two values that confirm it.
 *
 * @param address as it stands in the message
 */
public record SentLink(URI address) {

    /** {@return whose link it is} */
    public String uid() {
        return parameter("uid").orElseThrow(() -> new AssertionError("the link has no uid"));
    }

    /** {@return the secret that proves that the mail was read} */
    public String token() {
        return parameter("token").orElseThrow(() -> new AssertionError("the link has no token"));
    }

    /**
     * {@return a parameter of the link's query or, for a page that keeps it from its server, of its fragment}
     *
     * @param name of the parameter
     */
    public Optional<String> parameter(String name) {
        return Stream.of(address.getRawQuery(), address.getRawFragment())
                .flatMap(Stream::ofNullable)
                .flatMap(part -> Stream.of(part.substring(part.indexOf('?') + 1).split("&", -1)))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst();
    }

    /** The address without the query and the fragment, which hold the secret. */
    @Override
    public String toString() {
        return "SentLink[" + address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath() + "]";
    }
}
