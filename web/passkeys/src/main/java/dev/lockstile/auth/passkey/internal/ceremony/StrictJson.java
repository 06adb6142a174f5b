package dev.lockstile.auth.passkey.internal.ceremony;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An object in JSON, read in one way only: no member twice, nothing behind it, nothing deep or long. */
final class StrictJson {

    private static final int MAX_LENGTH = 64 * 1024;
    private static final int MAX_DEPTH = 16;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxDocumentLength(MAX_LENGTH)
                            .maxStringLength(MAX_LENGTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ObjectNode object;

    private StrictJson(ObjectNode object) {
        this.object = object;
    }

    static StrictJson read(String text) throws CeremonyException {
        try {
            if (text.length() <= MAX_LENGTH && MAPPER.readTree(text) instanceof ObjectNode object) {
                return new StrictJson(object);
            }
        } catch (JacksonException e) {
            throw new CeremonyException(CeremonyRefusal.MALFORMED, e);
        }
        throw new CeremonyException(CeremonyRefusal.MALFORMED);
    }

    StrictJson object(String name) throws CeremonyException {
        if (object.get(name) instanceof ObjectNode member) {
            return new StrictJson(member);
        }
        throw new CeremonyException(CeremonyRefusal.MALFORMED);
    }

    String text(String name) throws CeremonyException {
        return optionalText(name).orElseThrow(() -> new CeremonyException(CeremonyRefusal.MALFORMED));
    }

    /** A text that may be missing or null, and is nothing else than a text. */
    Optional<String> optionalText(String name) throws CeremonyException {
        JsonNode member = object.get(name);
        if (member == null || member.isNull()) {
            return Optional.empty();
        }
        if (!member.isString()) {
            throw new CeremonyException(CeremonyRefusal.MALFORMED);
        }
        return Optional.of(member.stringValue());
    }

    CredentialBytes bytes(String name) throws CeremonyException {
        return optionalBytes(name).orElseThrow(() -> new CeremonyException(CeremonyRefusal.MALFORMED));
    }

    Optional<CredentialBytes> optionalBytes(String name) throws CeremonyException {
        Optional<String> text = optionalText(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<CredentialBytes> bytes = text.flatMap(CredentialBytes::parse);
        if (bytes.isEmpty()) {
            throw new CeremonyException(CeremonyRefusal.MALFORMED);
        }
        return bytes;
    }

    /** A truth value; a member that is missing is false. */
    boolean flag(String name) throws CeremonyException {
        JsonNode member = object.get(name);
        if (member == null) {
            return false;
        }
        if (!member.isBoolean()) {
            throw new CeremonyException(CeremonyRefusal.MALFORMED);
        }
        return member.booleanValue();
    }

    /** The texts in a list that may be missing; what else is in it is passed over. */
    List<String> texts(String name) {
        JsonNode member = object.get(name);
        if (member == null || !member.isArray()) {
            return List.of();
        }
        return member.valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
    }
}
