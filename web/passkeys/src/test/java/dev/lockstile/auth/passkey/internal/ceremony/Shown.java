package dev.lockstile.auth.passkey.internal.ceremony;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A credential in JSON whose members a test changes. */
final class Shown {

    private final CredentialBytes id;
    private final Map<String, CredentialBytes> response = new LinkedHashMap<>();

    Shown(CredentialBytes id) {
        this.id = id;
    }

    Shown with(String name, CredentialBytes value) {
        response.put(name, value);
        return this;
    }

    Shown without(String name) {
        response.remove(name);
        return this;
    }

    /** The same bytes, one of them with other bits. */
    Shown flip(String name, int at, int bits) {
        byte[] bytes = bytes(name);
        int index = at < 0 ? bytes.length + at : at;
        bytes[index] = (byte) (bytes[index] ^ bits);
        return with(name, CredentialBytes.of(bytes));
    }

    byte[] bytes(String name) {
        return Objects.requireNonNull(response.get(name), name).toArray();
    }

    String clientData() {
        return new String(bytes("clientDataJSON"), StandardCharsets.UTF_8);
    }

    Shown clientData(String text) {
        return with("clientDataJSON", CredentialBytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    String json() {
        return object().toString();
    }

    ObjectNode object() {
        ObjectNode object = JsonMapper.shared().createObjectNode();
        object.put("id", id.text()).put("rawId", id.text()).put("type", "public-key");
        ObjectNode inner = object.putObject("response");
        response.forEach((name, value) -> inner.put(name, value.text()));
        object.putObject("clientExtensionResults");
        return object;
    }
}
