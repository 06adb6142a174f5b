package dev.lockstile.auth.jpa.host;

/**
 * One thing that is wrong with the host's entities.
 *
 * @param id stable id, such as {@code JPA-02}
 * @param what what is wrong, with the names of the classes
 * @param fix the line to write
 */
public record HostModelProblem(String id, String what, String fix) {

    @Override
    public String toString() {
        return id + ": " + what + "\n    write: " + fix;
    }
}
