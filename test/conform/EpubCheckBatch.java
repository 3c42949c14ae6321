import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.api.MasterReport;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.nav.NavChecker;
import com.adobe.epubcheck.opf.OPFChecker;
import com.adobe.epubcheck.opf.OPFChecker30;
import com.adobe.epubcheck.opf.ValidationContext;
import com.adobe.epubcheck.opf.ValidationContext.ValidationContextBuilder;
import com.adobe.epubcheck.ops.OPSChecker;
import com.adobe.epubcheck.overlay.OverlayChecker;
import com.adobe.epubcheck.util.EPUBVersion;
import com.adobe.epubcheck.util.FeatureEnum;
import com.adobe.epubcheck.util.FileResourceProvider;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.w3c.epubcheck.core.Checker;
import org.w3c.epubcheck.util.url.URLUtils;

/**
 * EPUBCheck over many files in one process, each in a mode of its own. In, a line a file: mode, tab, path.
 * Out, a line a message: number of the file, severity, ID, path in the book, line, column, text; and a line
 * with the number alone when a file is done.
 *
 *     java -cp 'JARS/*' EpubCheckBatch.java
 */
public class EpubCheckBatch {
  public static void main(String[] args) throws Exception {
    Locale.setDefault(Locale.ENGLISH);
    PrintStream out = new PrintStream(System.out, false, "UTF-8");
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line;
    for (int number = 0; (line = in.readLine()) != null; number++) {
      String[] parts = line.split("\t", 2);
      Lines report = new Lines(out, number);
      File file = new File(parts[1]);
      report.setEpubFileName(file.getAbsolutePath());
      try {
        checker(parts[0], file, report).check();
      } catch (Throwable e) {
        report.line("FATAL", "CHK-008", "", 0, 0, e.toString());
      }
      out.println(number);
    }
    out.flush();
  }

  /** The checker of a mode, as EPUBCheck's own tests make it. */
  static Checker checker(String mode, File file, Lines report) {
    ValidationContextBuilder context = ValidationContext.test().report(report).url(URLUtils.toURL(file))
        .version(EPUBVersion.VERSION_3).resourceProvider(new FileResourceProvider(file));
    switch (mode) {
      case "opf":
        return new OPFChecker30(context.mimetype("application/oebps-package+xml").build());
      case "xhtml":
        return new OPSChecker(context.mimetype("application/xhtml+xml").build());
      case "svg":
        return new OPSChecker(context.mimetype("image/svg+xml").build());
      case "nav":
        return new NavChecker(context.mimetype("application/xhtml+xml").build());
      case "smil":
        return new OverlayChecker(context.mimetype("application/smil+xml").build());
      default:
        return new EpubCheck(file, report);
    }
  }

  static class Lines extends MasterReport {
    final PrintStream out;
    final int number;

    Lines(PrintStream out, int number) {
      this.out = out;
      this.number = number;
      this.setLocale(Locale.ENGLISH);
    }

    @Override
    public void message(Message message, EPUBLocation location, Object... args) {
      line(message.getSeverity().toString(), message.getID().toString(), location.getPath(),
          location.getLine(), location.getColumn(), message.getMessage(args));
    }

    void line(String severity, String id, String path, int line, int column, String text) {
      out.println(number + "\t" + severity + "\t" + id + "\t" + path + "\t" + line + "\t" + column + "\t"
          + String.valueOf(text).replaceAll("\\s+", " "));
    }

    @Override
    public void info(String resource, FeatureEnum feature, String value) {
    }

    @Override
    public int generate() {
      return 0;
    }

    @Override
    public void initialize() {
    }
  }
}
