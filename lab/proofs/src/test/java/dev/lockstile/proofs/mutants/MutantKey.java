package dev.lockstile.proofs.mutants;

/**
 * Names mutants whatever line they stand in: several of one method and one mutator share a key and are told apart by
 * their number alone, so that an edit elsewhere in the class leaves the list as it is.
 *
 * @param type simple name of the outermost class
 * @param method without the number that the compiler gives to a lambda
 * @param mutator short name
 */
record MutantKey(String group, String type, String method, String mutator) implements Comparable<MutantKey> {

    static MutantKey of(String group, String type, String method, String mutator) {
        String outermost = type.substring(type.lastIndexOf('.') + 1).replaceFirst("\\$.*", "");
        String named = method.replaceFirst("^lambda\\$(.+)\\$\\d+$", "$1").replaceAll("[<>]", "");
        String shortened = mutator.substring(mutator.lastIndexOf('.') + 1).replaceFirst("Mutator$", "");
        return new MutantKey(group, outermost, named, shortened);
    }

    @Override
    public int compareTo(MutantKey other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return group + " " + type + "." + method + " " + mutator;
    }
}
