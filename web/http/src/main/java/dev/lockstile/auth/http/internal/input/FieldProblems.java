package dev.lockstile.auth.http.internal.input;

import dev.lockstile.auth.model.FieldProblem;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with the fields of a body. */
final class FieldProblems {

    private final List<FieldProblem> all = new ArrayList<>();

    void add(FieldProblem problem) {
        all.add(problem);
    }

    void addUnlessThere(String field, String code) {
        if (!isThere(field)) {
            add(FieldProblem.of(field, code));
        }
    }

    void addUnknownUnlessThere(String field) {
        boolean isThere = all.stream()
                .anyMatch(there -> there.field().equals(field) && there.code().equals(KnownMembers.CODE));
        if (!isThere) {
            add(FieldProblem.of(field, KnownMembers.CODE));
        }
    }

    /** In place of one that says less of the same unknown member. */
    void putUnknown(FieldProblem problem) {
        all.removeIf(there -> there.field().equals(problem.field())
                && there.code().equals(KnownMembers.CODE)
                && member(there).equals(member(problem)));
        add(problem);
    }

    private static Object member(FieldProblem problem) {
        return problem.params().getOrDefault("member", "");
    }

    /** A member that is not known has a name of the client's, which may be that of a field under another naming. */
    boolean isThere(String field) {
        return all.stream()
                .anyMatch(problem ->
                        problem.field().equals(field) && !problem.code().equals(KnownMembers.CODE));
    }

    List<FieldProblem> all() {
        return List.copyOf(all);
    }

    void check() {
        if (!all.isEmpty()) {
            throw new InvalidInputException(all);
        }
    }
}
