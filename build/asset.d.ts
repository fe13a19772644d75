/** A file that is built, as text: types are checked also where nothing has been built yet. */
declare const text: string;
export default text;
