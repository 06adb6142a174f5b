package dev.lockstile.auth.http.internal.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a body in which two readers could see two things in no way: exact UTF-8, one object, no name twice, no lone
 * surrogate, no NUL, bounded depth (ASVS 1.5.3, 15.2.2; RFC 8259 chapters 4 and 8).
 */
public final class StrictJson {

    /** Objects and lists may lie in one another this deep. */
    public static final int MAX_DEPTH = 32;

    private final TokenStreamFactory factory;

    /** @param maxBytes the longest body that is ever handed in, which bounds every part of it */
    public StrictJson(int maxBytes) {
        // No table of names is shared between requests, so no client can fill it with colliding ones.
        factory = JsonFactory.builder()
                .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(maxBytes)
                        .maxNumberLength(maxBytes)
                        .maxNameLength(maxBytes)
                        .maxDocumentLength(maxBytes)
                        .build())
                .build();
    }

    /** The object in these bytes. */
    public JsonObject read(byte[] body) throws MalformedJsonException {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text(body))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedJsonException("no object");
            }
            JsonObject object = object(parser);
            if (parser.nextToken() != null) {
                throw new MalformedJsonException("more than one value");
            }
            return object;
        } catch (JacksonException e) {
            // Its message quotes the body, which may hold a password: it goes nowhere.
            throw new MalformedJsonException("not well-formed");
        }
    }

    private static String text(byte[] body) throws MalformedJsonException {
        try {
            // A new decoder reports what String's constructor would silently replace.
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedJsonException("not UTF-8");
        }
    }

    private static JsonObject object(JsonParser parser) throws MalformedJsonException {
        JsonObject object = new JsonObject();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = clean(parser.currentName());
            if (object.has(name)) {
                throw new MalformedJsonException("a name twice");
            }
            object.with(name, value(parser, parser.nextToken()));
        }
        return object;
    }

    private static List<@Nullable Object> list(JsonParser parser) throws MalformedJsonException {
        List<@Nullable Object> list = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            list.add(value(parser, token));
        }
        return list;
    }

    private static @Nullable Object value(JsonParser parser, JsonToken token) throws MalformedJsonException {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> clean(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new MalformedJsonException("unexpected end");
        };
    }

    /** Refuses what the escape {@code \}{@code uXXXX} can smuggle past the decoder. */
    private static String clean(String text) throws MalformedJsonException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || (Character.isSurrogate(c) && !pair)) {
                throw new MalformedJsonException("no character");
            }
            i += pair ? 1 : 0;
        }
        return text;
    }
}
