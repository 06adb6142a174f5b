package dev.lockstile.auth.cli;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an endpoint answered.
 *
 * @param json missing where the body is no JSON
 * @param retryAfter seconds; negative where the answer names none
 */
record SmokeAnswer(int status, JsonNode json, long retryAfter) {

    /** The text at one of several places, the first that there is; a place is a path with slashes. */
    @Nullable
    String text(String... places) {
        for (String place : places) {
            JsonNode found = at(place.split("/"));
            if (found != null && found.isValueNode() && !found.isNull()) {
                return found.asString();
            }
        }
        return null;
    }

    @Nullable
    JsonNode at(String... path) {
        JsonNode at = json;
        for (String name : path) {
            at = at.path(name);
        }
        return at.isMissingNode() ? null : at;
    }

    String code() {
        String code = text("code");
        return code == null ? "" : code;
    }

    /** This answer, or the refusal of a step that wanted another. */
    SmokeAnswer expecting(int wanted, String advice) throws SmokeStepException {
        if (status != wanted) {
            throw refused(advice);
        }
        return this;
    }

    /** A text that the answer must hold. */
    String required(String what, String... places) throws SmokeStepException {
        String found = text(places);
        if (found == null) {
            throw refused("the answer holds no " + what);
        }
        return found;
    }

    /** Names of fields are told; their values never are. */
    SmokeStepException refused(String advice) {
        String said = json.isMissingNode()
                ? "no JSON"
                : TerminalText.of(code() + " " + detail()).strip();
        String wait = retryAfter < 0 ? "" : ", again in " + retryAfter + " s";
        return new SmokeStepException(("answered " + status + " " + said).strip() + wait + "; " + advice);
    }

    private String detail() {
        JsonNode errors = at("errors");
        String fields = errors == null ? "" : " (" + String.join(", ", errors.propertyNames()) + ")";
        String detail = text("detail");
        return (detail == null ? "" : detail) + fields;
    }
}
