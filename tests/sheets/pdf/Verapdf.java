import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Holds files against the flavours of PDF that the arguments name (2a, ua1). Reads a path a line and answers with a
 * line for each rule that is broken, in columns: path, flavour, rule, what it asks for. Then a line with the number of
 * checks that were made, so that silence is never taken for approval.
 */
public class Verapdf {
    private static final int MOST_FAILURES = 1000;

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static int made = 0;

    public static void main(String[] flavours) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        var paths = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String path = paths.readLine(); path != null; path = paths.readLine()) {
            for (String flavour : flavours) {
                for (Map.Entry<String, String> rule : broken(new File(path), PDFAFlavour.fromString(flavour)).entrySet()) {
                    tell(path, flavour, rule.getKey(), rule.getValue());
                }
            }
        }
        tell("checks", String.valueOf(made));
    }

    private static Map<String, String> broken(File file, PDFAFlavour flavour) {
        var rules = new TreeMap<String, String>();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, MOST_FAILURES, false, false, false)) {
            ValidationResult result = validator.validate(parser);
            for (TestAssertion failed : result.getTestAssertions()) {
                var rule = failed.getRuleId();
                rules.putIfAbsent(
                        rule.getClause() + "-" + rule.getTestNumber(),
                        failed.getMessage() + " At " + failed.getLocation().getContext());
            }
            if (!result.isCompliant() && rules.isEmpty()) {
                rules.put("?", "not compliant");
            }
            made += result.getTotalAssertions() > 0 ? 1 : 0;
        } catch (Exception error) {
            rules.put("error", error.toString());
        }
        return rules;
    }

    private static void tell(String... columns) {
        OUT.println(String.join("\t", columns).replace('\n', ' '));
    }
}
