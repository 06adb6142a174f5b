package dev.lockstile.auth.testkit.http;

import dev.lockstile.auth.http.settings.JsonNaming;
import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an endpoint answered. */
public final class AuthReply {

    private final HttpResponse<String> response;
    private final JsonNaming naming;

    AuthReply(HttpResponse<String> response, JsonNaming naming) {
        this.response = response;
        this.naming = naming;
    }

    /** {@return the HTTP status} */
    public int status() {
        return response.statusCode();
    }

    /** {@return the stable code of an error; empty for a success} */
    public String code() {
        return text().isEmpty() ? "" : json().path("code").asString("");
    }

    /** {@return the body as text} */
    public String text() {
        return response.body();
    }

    /** {@return the body as JSON} */
    public JsonNode json() {
        return JsonMapper.shared().readTree(text());
    }

    /**
     * {@return a member by its path of names in snake case, whatever the naming on the wire; empty when it is not
     * there}
     *
     * @param path names in snake case; an index of a list as a number in text
     */
    public String field(String... path) {
        JsonNode node = json();
        for (String name : path) {
            node = node.isArray() ? node.path(Integer.parseInt(name)) : node.path(naming.wire(name));
        }
        return node.asString("");
    }

    /**
     * {@return a header; empty when it is not there}
     *
     * @param name of the header
     */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /**
     * {@return all values of a header, as {@code Set-Cookie} has several}
     *
     * @param name of the header
     */
    public List<String> headers(String name) {
        return response.headers().allValues(name);
    }

    /** Status and code; the text may hold secrets. */
    @Override
    public String toString() {
        return response.request().method() + " " + response.uri().getPath() + ": " + status() + " " + code();
    }
}
