package hadamask.cli.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.cli.Command;
import hadamask.cli.image.ApplyCommand;
import hadamask.cli.image.MeasureCommand;
import hadamask.cli.image.RefineCommand;
import hadamask.cli.image.ScoreCommand;
import hadamask.cli.image.SegmentCommand;
import hadamask.cli.table.ClusterCommand;
import hadamask.cli.table.CovarianceCommand;
import hadamask.cli.table.DistancesCommand;
import hadamask.cli.table.MahalanobisCommand;
import hadamask.cli.table.SimilarityCommand;
import hadamask.cli.table.WhitenCommand;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;

/// picocli asks for the text of each value, the initial ones in every run. What a record makes of itself is linked when it is first
/// asked for, in up to 20 ms, and no AOT cache keeps it: so values of options write their text out.
class OptionTextsTest {
    /// Words that options take besides their initial values.
    private static final List<String> WORDS = List.of("1,2,30,40", "10,20", "#102030", "white", "checkerboard", "auto",
            "dark", "bright", "all", "none", "top,left", "otsu", "0.5", "3", "12x8", "euclidean", "lab", "border",
            "1:3",
            "0", "mean");

    private record Written(int number) {
        @Override
        public String toString() {
            return "number " + number;
        }
    }

    private record Made(int number) {}

    private static boolean isMade(Class<?> type) throws IOException {
        String file = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            return in != null && ClassFile.of().parse(in.readAllBytes()).methods().stream()
                    .filter(method -> method.methodName().equalsString("toString")).anyMatch(OptionTextsTest::isMade);
        }
    }

    private static boolean isMade(MethodModel method) {
        return method.code().map(CodeModel::elementList).orElse(List.of()).stream()
                .anyMatch(element -> element instanceof InvokeDynamicInstruction call
                        && call.invokedynamic().bootstrap().bootstrapMethod().reference().owner()
                                .name().equalsString("java/lang/runtime/ObjectMethods"));
    }

    @Test
    void aTextThatARecordMakesIsToldFromOneThatIsWritten() throws IOException {
        assertTrue(isMade(Made.class));
        assertFalse(isMade(Written.class));
    }

    @Test
    void valuesOfOptionsWriteTheirTextsOut() throws IOException {
        Set<String> made = new TreeSet<>();
        int values = 0;
        for (Command command : List.of(new SegmentCommand(), new ApplyCommand(), new RefineCommand(),
                new ScoreCommand(),
                new MeasureCommand(), new DistancesCommand(), new SimilarityCommand(), new ClusterCommand(),
                new MahalanobisCommand(), new CovarianceCommand(), new WhitenCommand())) {
            for (OptionSpec option : command.declared().options()) {
                values += check(option, option.initialValue(), made);
                for (String word : WORDS) {
                    values += check(option, converted(option, word), made);
                }
            }
        }
        assertEquals(Set.of(), made);
        assertTrue(values > 300, values + " values");
    }

    private static int check(OptionSpec option, @Nullable Object value, Set<String> made) throws IOException {
        if (value != null && isMade(value.getClass())) {
            made.add(option.longestName() + ": " + value.getClass().getName());
        }
        return value == null ? 0 : 1;
    }

    private static @Nullable Object converted(OptionSpec option, String word) {
        for (ITypeConverter<?> converter : option.converters()) {
            try {
                return converter.convert(word);
            } catch (Exception e) {
                return null; // it does not take this word
            }
        }
        return null;
    }
}
