package dev.lockstile.test;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGenerator;

/** Names an inherited case with the contract that declares it, so that a failure tells where the case is written. */
public final class ContractNames extends DisplayNameGenerator.Standard {

    /** For JUnit. */
    public ContractNames() {}

    @Override
    public String generateDisplayNameForMethod(List<Class<?>> enclosing, Class<?> testClass, Method method) {
        String name = super.generateDisplayNameForMethod(enclosing, testClass, method);
        Class<?> declaring = method.getDeclaringClass();
        return declaring.equals(testClass) ? name : declaring.getSimpleName() + "." + name;
    }
}
