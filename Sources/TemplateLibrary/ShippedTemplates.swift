/// The templates that stand inside the program.
public enum ShippedTemplates {
    /// Every file below `Templates/` at build time: its path there (`vpc/main.tf.tmpl`) and its text, sorted by
    /// path.
    public static var files: [(path: String, text: String)] { EmbeddedTemplates.files }
}
