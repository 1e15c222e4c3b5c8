/// The scripts that make a page more comfortable. Every page does its work without them; each is a file of its own and
/// keeps to the content policy: no inline code, no style attribute, requests to this site only.
package enum Enhancement {}
