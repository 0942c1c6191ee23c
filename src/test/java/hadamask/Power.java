package hadamask;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What code can do to a machine or to itself that reading files and computing does not need.
enum Power {
    /// Finding classes, methods or fields by name; making objects of classes that the source does not name.
    REFLECTION("java\\.lang\\.reflect\\..*|java\\.util\\.ServiceLoader|javax\\.script\\..*",
            "java\\.lang\\.Class\\.(forName|newInstance|get(Declared)?(Method|Field|Constructor)s?)"
                    + "|java\\.lang\\.ClassLoader\\.(loadClass|defineClass)"
                    + "|java\\.lang\\.invoke\\.MethodHandles(\\$Lookup)?\\.(lookup|find.*|unreflect.*|define.*)"),

    /// Making objects from bytes.
    DESERIALISATION("java\\.beans\\.XMLDecoder", "java\\.io\\.ObjectInputStream\\.(<init>|readObject|readUnshared)"),

    /// Speaking to other machines, or reading an address that may lead to one. An address as such is a text.
    NETWORK("java\\.net\\.(?!(UR[IL](|SyntaxException|Encoder|Decoder)|MalformedURLException)$).*"
            + "|java\\.nio\\.channels\\..*(Socket|Datagram|Multicast|Network).*"
            + "|(java\\.rmi|javax\\.naming|javax\\.net|javax\\.management\\.remote)\\..*",
            "java\\.net\\.URL\\.(open.*|getContent)"),

    /// Code that is not Java's, or memory that Java does not guard.
    NATIVE_CODE("java\\.lang\\.foreign\\..*|sun\\.misc\\.Unsafe|jdk\\.internal\\..*",
            "java\\.lang\\.(System|Runtime)\\.load(Library)?"),

    /// Starting programs.
    PROCESSES("java\\.lang\\.ProcessBuilder(\\$.*)?", "java\\.lang\\.Runtime\\.exec");

    private final String type;
    private final String call;

    /// @param type which classes one must know to have the power, as a regular expression
    /// @param call which methods one must call, `CLASS.METHOD`, as a regular expression
    Power(String type, String call) {
        this.type = type;
        this.call = call;
    }

    /// The names of the top-level classes that have this power, in order.
    Set<String> users(Iterable<JavaClass> classes) {
        Set<String> users = new TreeSet<>();
        for (JavaClass one : classes) {
            if (isUser(one)) {
                users.add(one.getName().replaceFirst("\\$.*", ""));
            }
        }
        return users;
    }

    private boolean isUser(JavaClass one) {
        return one.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> dependency.getTargetClass().getBaseComponentType().getName().matches(type))
                || one.getAccessesFromSelf().stream().anyMatch(access -> called(access.getTarget()).matches(call))
                || (this == NATIVE_CODE && one.getMethods().stream()
                        .anyMatch(method -> method.getModifiers().contains(JavaModifier.NATIVE)));
    }

    private static String called(AccessTarget target) {
        return target.getOwner().getName() + "." + target.getName();
    }

    /// Powers with their users, a line each: `POWER: class class`.
    static String of(Set<Power> powers, Iterable<JavaClass> classes) {
        return powers.stream().map(power -> power + ": " + String.join(" ", power.users(classes)))
                .collect(Collectors.joining("\n"));
    }

    /// Reads classes by themselves: names are enough here, so that what they refer to is not read as well.
    static JavaClasses read(Function<ClassFileImporter, JavaClasses> reading) {
        AtomicReference<JavaClasses> classes = new AtomicReference<>();
        ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            classes.set(reading.apply(new ClassFileImporter()));
        });
        return classes.get();
    }
}
