// What cppcheck has to know of libraries whose headers it does not read. Used by ./dev lint only.
#define json_array_foreach(array, index, value) for (index = 0, value = array; value; index++)
#define json_object_foreach(object, key, value) for (key = "", value = object; value;)
