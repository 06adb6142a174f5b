package dev.lockstile.shims.processor;

import javax.lang.model.element.TypeElement;

/** A former name, and what every shim begins with. */
record ShimName(String packageName, String simple) {

    String full() {
        return packageName + "." + simple;
    }

    /** Package, documentation and the annotations. */
    String head(TypeElement now, String how) {
        return """
                package %s;

                /**
                 * The former name of {@link %s}, %s. Generated; history names it.
                 *
                 * @deprecated use {@link %s}
                 */
                @Deprecated
                @SuppressWarnings({"all", "deprecation", "serial", "unchecked"})
                """.formatted(packageName, now.getQualifiedName(), how, now.getQualifiedName());
    }
}
